package dev.kida.conformance;

import static dev.kida.conformance.ConformanceCase.list;
import static dev.kida.conformance.ConformanceCase.map;

import dev.kida.value.Markup;
import dev.kida.value.Tuple;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Turns the JSON of a case into values of a template. */
final class TaggedValues {

    private final Waits waits;
    private final HostFunctions functions;

    TaggedValues(Waits waits, HostFunctions functions) {
        this.waits = waits;
        this.functions = functions;
    }

    Map<String, Object> model(Map<String, Object> json) {
        Map<String, Object> model = new LinkedHashMap<>();
        json.forEach((name, value) -> model.put(name, value(value)));
        return model;
    }

    Object value(Object json) {
        if (json instanceof List) {
            return items(json);
        }
        if (!(json instanceof Map)) {
            return json;
        }
        Map<String, Object> object = map(json);
        if (object.size() == 1) {
            String key = object.keySet().iterator().next();
            if (key.startsWith("$")) {
                return tagged(key, object.get(key));
            }
        }
        return model(object);
    }

    private List<Object> items(Object json) {
        List<Object> items = new ArrayList<>();
        list(json).forEach(item -> items.add(value(item)));
        return items;
    }

    private Object tagged(String tag, Object json) {
        switch (tag) {
            case "$obj":
                return new Fields(model(map(json)));
            case "$markup":
                return Markup.of((String) json);
            case "$float":
                return number((String) json);
            case "$int":
                return Json.integer(new BigInteger((String) json));
            case "$tuple":
                return Tuple.of(items(json).toArray());
            case "$set":
                return new LinkedHashSet<>(items(json));
            case "$map":
                return entries(json);
            case "$iter":
                return oneShot(items(json).iterator());
            case "$datetime":
                return LocalDateTime.parse((String) json);
            case "$date":
                return LocalDate.parse((String) json);
            case "$fn":
                return functions.get((String) json);
            default:
                return async(tag, json);
        }
    }

    private Object async(String tag, Object json) {
        switch (tag) {
            case "$async":
                return new AsyncSequence(waits, items(json), null);
            case "$failing_async":
                Map<String, Object> parts = map(json);
                return new AsyncSequence(
                        waits, items(parts.get("items")), new IllegalStateException((String) parts.get("error")));
            case "$await":
                return new AsyncValue(waits, value(json), null);
            case "$failing_await":
                return new AsyncValue(waits, null, new IllegalStateException((String) json));
            default:
                throw new IllegalArgumentException("unknown tag " + tag);
        }
    }

    private static Double number(String text) {
        switch (text) {
            case "inf":
                return Double.POSITIVE_INFINITY;
            case "-inf":
                return Double.NEGATIVE_INFINITY;
            case "nan":
                return Double.NaN;
            default:
                return Double.valueOf(text);
        }
    }

    private Map<Object, Object> entries(Object json) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (Object pair : list(json)) {
            List<Object> entry = items(pair);
            entries.put(entry.get(0), entry.get(1));
        }
        return entries;
    }

    /** An iterator and nothing more, whatever the list's own can do. */
    private static Iterator<Object> oneShot(Iterator<Object> items) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Object next() {
                return items.next();
            }
        };
    }
}
