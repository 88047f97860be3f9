package dev.kida.builtin;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CallContext;
import dev.kida.value.CodePoints;
import dev.kida.value.Markup;
import dev.kida.value.Text;
import dev.kida.value.TextBound;
import dev.kida.value.TypeNames;
import dev.kida.value.Undefined;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code xmlattr}: the attributes of an element from a map.
 *
 * <p>True gives a bare name, false and null leave the attribute out, a list or map under {@code class} is joined as by
 * the {@code classes} filter. Event handlers are left out unless the template asks for them, because their value is a
 * script.
 */
final class XmlAttr {

    private XmlAttr() {}

    static Markup render(@Nullable Object value, boolean allowEvents, CallContext context) {
        if (value instanceof Undefined) {
            return Markup.EMPTY;
        }
        if (!(value instanceof Map<?, ?> attributes)) {
            throw new TemplateRuntimeException(
                    ErrorCode.K_RUN_010, "xmlattr needs a dict of attributes, not " + TypeNames.of(value));
        }
        StringBuilder result = new StringBuilder();
        for (Map.Entry<?, ?> entry : attributes.entrySet()) {
            String name = checkedName(entry.getKey());
            Object content = entry.getValue();
            if (content == null || content instanceof Undefined || Boolean.FALSE.equals(content)) {
                continue;
            }
            if (isEventHandler(name) && !allowEvents) {
                context.warn("xmlattr", "the event handler '" + name + "' was left out; allow_events=true prints it");
                continue;
            }
            append(result, name, content, context);
        }
        return Markup.of(result.toString());
    }

    private static void append(StringBuilder result, String name, Object content, CallContext context) {
        if (result.length() > 0) {
            result.append(' ');
        }
        result.append(name);
        if (!Boolean.TRUE.equals(content)) {
            boolean classes = name.equalsIgnoreCase("class") && !Text.isText(content);
            String text = classes ? CssClasses.join(content, context) : Text.of(content);
            result.append("=\"").append(Text.escape(text)).append('"');
        }
        TextBound.check(result.length(), context.maxTextLength());
    }

    private static String checkedName(@Nullable Object key) {
        if (!Text.isText(key) || key == null) {
            throw TemplateRuntimeException.value("an attribute name must be text, not " + Args.brief(key));
        }
        String name = key.toString();
        if (name.isEmpty() || !name.chars().allMatch(XmlAttr::isNameCharacter)) {
            throw TemplateRuntimeException.value("invalid attribute name " + Args.brief(name));
        }
        return name;
    }

    private static boolean isNameCharacter(int c) {
        return switch (c) {
            case '"', '\'', '<', '>', '/', '=' -> false;
            default -> !CodePoints.isSpace(c) && !Character.isISOControl(c);
        };
    }

    private static boolean isEventHandler(String name) {
        return name.regionMatches(true, 0, "on", 0, 2);
    }
}
