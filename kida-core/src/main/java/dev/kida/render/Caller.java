package dev.kida.render;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Markup;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The slot contents of one {@code call}: what the component knows as {@code caller} (spec 04 §2–§6). */
public final class Caller extends TemplateCallable {

    private record Content(int unit, boolean blank) {}

    private final Activation written;
    private final @Nullable Object[] captured;
    private final Map<String, Content> contents = new HashMap<>();

    /**
     * @param written the activation that contains the {@code call}
     * @param captured the lexical variables of that place
     */
    public Caller(Activation written, @Nullable Object[] captured) {
        this.written = written;
        this.captured = captured;
    }

    /** The same contents as a deferred section finds them. */
    Caller copy(Snapshot snapshot) {
        Caller copy = new Caller(snapshot.of(written), Snapshot.values(captured));
        copy.contents.putAll(contents);
        return copy;
    }

    /** Adds the content of one slot; {@code blank} content hands on the slot of the enclosing component. */
    public Caller slot(String name, int unit, boolean blank) {
        contents.put(name, new Content(unit, blank));
        return this;
    }

    boolean provides(String slot) {
        Content content = contents.get(slot);
        return content != null && !content.blank();
    }

    /** The content of a slot, ready to run, or null when there is none. */
    @Nullable
    Activation prepare(Activation site, String slot, Map<String, @Nullable Object> bindings, int position) {
        Content content = contents.get(slot);
        if (content == null) {
            return null;
        }
        if (content.blank() && written.scopedOrUndefined("caller") instanceof Caller enclosing && enclosing != this) {
            return enclosing.prepare(site, slot, bindings, position);
        }
        Scope scope = new Scope(written.scope);
        bindings.forEach(scope::set);
        return site.slot(position, written, content.unit(), captured, scope);
    }

    @Override
    @Nullable
    Object prepare(
            Activation site, @Nullable Object[] positional, String[] names, @Nullable Object[] named, int position) {
        if (positional.length > 1) {
            throw TemplateRuntimeException.type("caller() takes one positional argument, the name of a slot");
        }
        Object slot = positional.length == 1 ? positional[0] : "default";
        Map<String, @Nullable Object> bindings = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals("slot") && positional.length == 0) {
                slot = named[i];
            } else {
                bindings.put(names[i], named[i]);
            }
        }
        if (slot == null) {
            throw TemplateRuntimeException.type("The name of a slot must be text, not null");
        }
        Activation content = prepare(site, slot.toString(), bindings, position);
        return content == null ? Markup.EMPTY : content;
    }

    @Override
    public String name() {
        return "caller";
    }
}
