import { mount } from 'svelte';
import App from '../../../renderer/App.svelte';
import { FakeBridge } from '../../fakes/fake-bridge.ts';
import { histories, sceneNamed } from './scenes.ts';

// The same window as in the app, over sample data: `?scene=` chooses which, `&open=` opens a task.
const asked = new URLSearchParams(location.search);
const bridge = new FakeBridge(sceneNamed(asked.get('scene') ?? 'reference'));
for (const [id, events] of histories) bridge.histories.set(id, events);
mount(App, { target: document.body, props: { bridge } });

const open = asked.get('open');
if (open !== null) setTimeout(() => bridge.send('window:navigate', { to: 'task', taskId: open }));
if (asked.has('settings')) setTimeout(() => bridge.send('window:navigate', { to: 'settings' }));
if (asked.has('hide')) setTimeout(() => bridge.send('window:explain-hide', null));
