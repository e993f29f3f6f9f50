import {
  IconBolt,
  IconBoxSeam,
  IconBuildingWarehouse,
  IconGauge,
  IconMailExclamation,
  IconMessageCircle,
  IconReceipt,
  IconSpeakerphone,
  IconTrophy,
} from '@tabler/icons-react';
import { Tabs } from '@mantine/core';
import { useLocation, useNavigate } from 'react-router';

const SECTIONS = [
  { path: '/admin/orders', label: 'Orders', Icon: IconReceipt },
  { path: '/admin/products', label: 'Products', Icon: IconBoxSeam },
  { path: '/admin/flash-sales', label: 'Flash sales', Icon: IconBolt },
  { path: '/admin/stock', label: 'Stock', Icon: IconBuildingWarehouse },
  { path: '/admin/games', label: 'Games', Icon: IconTrophy },
  { path: '/admin/chat', label: 'Chat', Icon: IconMessageCircle },
  { path: '/admin/campaigns', label: 'Campaigns', Icon: IconSpeakerphone },
  { path: '/admin/cache', label: 'Cache', Icon: IconGauge },
  { path: '/admin/messages', label: 'Messages', Icon: IconMailExclamation },
];

export function AdminTabs() {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  return (
    <Tabs
      value={pathname}
      onChange={(path) => {
        if (path) void navigate(path);
      }}
      mb="lg"
    >
      <Tabs.List aria-label="Administration">
        {SECTIONS.map(({ path, label, Icon }) => (
          <Tabs.Tab key={path} value={path} leftSection={<Icon size={18} aria-hidden />}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
