package dev.kida.spring.function;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.aot.hint.annotation.Reflective;

/**
 * Makes a method of a bean a function that every template can call. On a bean's class or bean method, makes the bean itself a
 * global: what is not marked so is out of the reach of templates.
 *
 * <p>Parameters are bound by their names; those that may be null, and {@code Optional}s, can be left out. Parameters of type
 * {@link dev.kida.value.CallContext}, {@link dev.kida.render.RenderState}, {@link java.util.Locale} and
 * {@link java.time.ZoneId} are not arguments: they are what the render knows. Called by many threads at once.
 */
@Documented
@Reflective
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface KidaGlobal {

    /** The name in templates; that of the method or bean if empty. */
    String value() default "";
}
