package dev.kida.spring.stack;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the application under test is to show: a test puts a view and a model here and asks for their number. */
final class Scenes {

    private final Map<String, Scene> scenes = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    String add(String view, Map<String, ?> model) {
        String id = "s" + count.incrementAndGet();
        scenes.put(id, new Scene(view, model));
        return id;
    }

    Scene get(String id) {
        return scenes.get(id);
    }

    record Scene(String view, Map<String, ?> model) {}
}
