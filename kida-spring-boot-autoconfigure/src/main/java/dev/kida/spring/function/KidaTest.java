package dev.kida.spring.function;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.aot.hint.annotation.Reflective;

/**
 * Makes a method of a bean a test, {@code {% if value is name %}}: its first parameter is the value, its result is read as true or
 * false. On a bean method that gives a {@link dev.kida.value.TemplateFunction}, makes that a test.
 *
 * <p>Parameters are bound by their names; those that may be null, and {@code Optional}s, can be left out. Parameters of type
 * {@link dev.kida.value.CallContext}, {@link dev.kida.render.RenderState}, {@link java.util.Locale} and
 * {@link java.time.ZoneId} are not arguments: they are what the render knows. Called by many threads at once.
 */
@Documented
@Reflective
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface KidaTest {

    /** The name in templates; that of the method or bean if empty. */
    String value() default "";
}
