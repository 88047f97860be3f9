package dev.kida.spring.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.ReactiveTypes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DataBinder;

class BoundFieldsTest {

    record Order(int amount, String size, List<String> tags, boolean express) {}

    private final StaticMessageSource messages = new StaticMessageSource();

    /** A record with one value that cannot be converted is not made at all. */
    @Test
    void whatWasChosenStaysChosenWhenTheObjectCannotBeMade() {
        BindingResult result = bind(Map.of("amount", "many", "size", "l", "tags", List.of("b"), "express", "true"));

        assertThat(result.getTarget()).isNull();
        assertThat(field("amount", result).getValue()).isEqualTo("many");
        assertThat(field("size", result).selects("l")).isTrue();
        assertThat(field("size", result).selects("m")).isFalse();
        assertThat(field("tags", result).isMultiple()).isTrue();
        assertThat(field("tags", result).selects("b")).isTrue();
        assertThat(field("tags", result).selects("a")).isFalse();
        assertThat(field("express", result).selects(true)).isTrue();
    }

    /** As {@code spring.messages.use-code-as-default-message} has it. */
    @Test
    void aLabelIsNoCode() {
        messages.setUseCodeAsDefaultMessage(true);
        BindingResult result = bind(Map.of("amount", "1"));

        assertThat(field("express", result).getLabel()).isEqualTo("Express");
    }

    private static BindingResult bind(Map<String, ?> values) {
        DataBinder binder = new DataBinder(null, "order");
        binder.setTargetType(ResolvableType.forClass(Order.class));
        binder.setConversionService(new DefaultConversionService());
        binder.construct(new DataBinder.ValueResolver() {
            @Override
            public Object resolveValue(String name, Class<?> type) {
                return values.get(name);
            }

            @Override
            public Set<String> getNames() {
                return Set.copyOf(values.keySet());
            }
        });
        return binder.getBindingResult();
    }

    private BoundField field(String name, BindingResult result) {
        FormSupport support = new FormSupport(
                new ReactiveTypes(ReactiveAdapterRegistry.getSharedInstance()),
                new DefaultConversionService(),
                messages);
        return BoundFields.of("order." + name, name, result, new Texts(support, Locale.ENGLISH));
    }
}
