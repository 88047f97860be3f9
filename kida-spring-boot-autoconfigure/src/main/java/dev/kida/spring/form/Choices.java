package dev.kida.spring.form;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Members;
import dev.kida.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ObjectUtils;

/** What a {@code select} offers, made of whatever a controller has at hand. */
final class Choices {

    /**
     * One thing to choose.
     *
     * @param value what the form sends
     * @param label what the user reads
     * @param selected whether it is chosen now
     */
    public record Choice(String value, String label, boolean selected) {}

    /**
     * Choices under a heading.
     *
     * @param label the heading, null for choices that have none
     */
    public record Group(@Nullable String label, List<Choice> choices) {}

    private final BoundField field;
    private final @Nullable String valueMember;
    private final @Nullable String labelMember;

    private Choices(BoundField field, @Nullable String valueMember, @Nullable String labelMember) {
        this.field = field;
        this.valueMember = valueMember;
        this.labelMember = labelMember;
    }

    /**
     * Reads options: a map of values and labels, a map of headings and options, pairs, objects whose members are named, enum
     * constants, or plain values.
     */
    static List<Group> of(
            BoundField field, @Nullable Object options, @Nullable String valueMember, @Nullable String labelMember) {
        Choices choices = new Choices(field, valueMember, labelMember);
        if (options instanceof Map<?, ?> map && map.values().stream().anyMatch(Choices::isGroup)) {
            List<Group> groups = new ArrayList<>();
            map.forEach((label, group) -> groups.add(new Group(Text.of(label), choices.list(group))));
            return groups;
        }
        return List.of(new Group(null, choices.list(options)));
    }

    private static boolean isGroup(@Nullable Object value) {
        return value instanceof Map || value instanceof Iterable || value instanceof Object[];
    }

    private List<Choice> list(@Nullable Object options) {
        List<Choice> choices = new ArrayList<>();
        if (options instanceof Map<?, ?> map) {
            map.forEach((value, label) -> choices.add(choice(value, label)));
        } else if (options instanceof Iterable<?> iterable) {
            iterable.forEach(option -> choices.add(option(option)));
        } else if (options != null && options.getClass().isArray()) {
            for (Object option : ObjectUtils.toObjectArray(options)) {
                choices.add(option(option));
            }
        } else if (options instanceof Class<?> || options == null) {
            throw TemplateRuntimeException.type("Options need a map or a list");
        } else {
            throw TemplateRuntimeException.type(
                    "Options need a map or a list, not a " + options.getClass().getSimpleName());
        }
        return choices;
    }

    private Choice option(@Nullable Object option) {
        if (valueMember != null || labelMember != null) {
            Object value = valueMember == null ? option : Members.findPath(option, valueMember, null);
            Object label = labelMember == null ? option : Members.findPath(option, labelMember, null);
            return choice(value, label);
        }
        if (option instanceof List<?> pair && pair.size() == 2) {
            return choice(pair.get(0), pair.get(1));
        }
        return choice(option, option);
    }

    private Choice choice(@Nullable Object value, @Nullable Object label) {
        String sent = field.texts().display(value);
        return new Choice(sent, label == value ? shown(label, sent) : Text.of(label), field.selects(value));
    }

    private static String shown(@Nullable Object label, String sent) {
        return label instanceof Enum<?> ? String.valueOf(label) : sent;
    }
}
