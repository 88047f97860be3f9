package dev.kida.conformance;

import java.util.List;
import java.util.Map;

/** One case, as its JSON object says it; the README beside the cases explains each part. */
record ConformanceCase(Map<String, Object> json) {

    static ConformanceCase parse(String line) {
        Object json = Json.read(line);
        if (!(json instanceof Map)) {
            throw new IllegalArgumentException("a case is a JSON object");
        }
        return new ConformanceCase(map(json));
    }

    String id() {
        return json.get("id") instanceof String id ? id : "(without id)";
    }

    Map<String, String> templates() {
        Map<String, Object> templates = map(json.get("templates"));
        templates.values().forEach(String.class::cast);
        return cast(templates);
    }

    String entry() {
        return (String) json.getOrDefault("entry", "main.html");
    }

    String mode() {
        return (String) json.getOrDefault("mode", "render");
    }

    int repeat() {
        return ((Number) json.getOrDefault("repeat", 1)).intValue();
    }

    Map<String, Object> blocks() {
        return optionalMap("blocks");
    }

    Map<String, Object> options() {
        return optionalMap("options");
    }

    Map<String, Object> meta() {
        return optionalMap("meta");
    }

    Map<String, Object> context() {
        return optionalMap("context");
    }

    /** What has to come out: the Java answer if there is one, else that of the reference. */
    Expectation expected() {
        return new Expectation(map(json.containsKey("expect_java") ? json.get("expect_java") : json.get("expect")));
    }

    boolean isQuirk() {
        return json.containsKey("quirk");
    }

    /** The outcome that a quirk's note proposes, or null. */
    Expectation proposed() {
        return isQuirk() && json.get("proposed") != null ? new Expectation(map(json.get("proposed"))) : null;
    }

    /** Whether only the reference's own text is known. */
    boolean isHostText() {
        return Boolean.TRUE.equals(json.get("host")) && !json.containsKey("expect_java");
    }

    private Map<String, Object> optionalMap(String key) {
        Object value = json.get(key);
        return value == null ? Map.of() : map(value);
    }

    static Map<String, Object> map(Object json) {
        if (!(json instanceof Map)) {
            throw new IllegalArgumentException("expected an object, got " + json);
        }
        return cast(json);
    }

    static List<Object> list(Object json) {
        if (!(json instanceof List)) {
            throw new IllegalArgumentException("expected an array, got " + json);
        }
        return cast(json);
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys
    private static <T> T cast(Object json) {
        return (T) json;
    }
}
