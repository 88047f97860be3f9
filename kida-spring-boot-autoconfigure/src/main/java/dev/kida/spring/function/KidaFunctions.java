package dev.kida.spring.function;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * A component whose methods are filters, tests and globals. Any bean may have such methods; this stereotype says that it is
 * what the bean is for, and test slices such as {@code @WebMvcTest} include it.
 */
@Documented
@Component
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface KidaFunctions {}
