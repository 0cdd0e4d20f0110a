import {
  Bell,
  ContactRound,
  FileUp,
  GitCompareArrows,
  Inbox,
  LayoutDashboard,
  LayoutPanelTop,
  PanelLeft,
  Radio,
  ScanQrCode,
  ScrollText,
  ShieldCheck,
  ShoppingBag,
  Split,
  SquareKanban,
  Sun,
  Table2,
  UsersRound,
  Webhook,
  type LucideIcon,
} from 'lucide-react'
import type { Ability } from '@jieli/core'
import type { shellMessages } from '../../i18n/messages/shell-messages.ts'

export interface NavItem {
  to: string
  label: keyof typeof shellMessages
  icon: LucideIcon
  /** Shown only to those who may one of these. */
  needs?: readonly Ability[]
  /** Shown only to those who know this object. */
  object?: string
}
export interface NavGroup {
  label?: keyof typeof shellMessages
  items: NavItem[]
}

/** The menu. A page that wants a place in it has a line here and one in routes.tsx. */
export const navGroups: NavGroup[] = [
  {
    items: [
      { to: '/today', label: 'today', icon: Sun },
      { to: '/inbox', label: 'inbox', icon: Bell },
      { to: '/leads', label: 'leads', icon: Inbox, object: 'lead' },
      { to: '/leads/kanban', label: 'kanban', icon: SquareKanban, object: 'lead' },
      { to: '/objects/contact', label: 'contacts', icon: ContactRound, object: 'contact' },
      { to: '/objects/order', label: 'orders', icon: ShoppingBag, object: 'order' },
    ],
  },
  {
    label: 'insight',
    items: [
      { to: '/board', label: 'campusBoard', icon: LayoutDashboard, needs: ['see-boards'] },
      { to: '/sources', label: 'sources', icon: Radio, needs: ['see-sources'] },
      { to: '/imports', label: 'imports', icon: FileUp, needs: ['import'] },
    ],
  },
  {
    label: 'build',
    items: [
      { to: '/rules', label: 'rules', icon: Split, needs: ['configure'] },
      { to: '/settings/objects', label: 'objects', icon: Table2, needs: ['configure'] },
      { to: '/settings/layouts', label: 'layouts', icon: LayoutPanelTop, needs: ['configure'] },
      { to: '/settings/forms', label: 'forms', icon: ScanQrCode, needs: ['configure'] },
      { to: '/settings/people', label: 'people', icon: UsersRound, needs: ['manage-users'] },
      { to: '/settings/roles', label: 'roles', icon: ShieldCheck, needs: ['configure'] },
      { to: '/settings/menus', label: 'menus', icon: PanelLeft, needs: ['configure'] },
      { to: '/settings/api', label: 'openApi', icon: Webhook, needs: ['configure', 'create-keys', 'manage-users'] },
      { to: '/settings/audit', label: 'audit', icon: ScrollText, needs: ['see-audit'] },
      { to: '/settings/changes', label: 'changes', icon: GitCompareArrows, needs: ['configure'] },
    ],
  },
]
