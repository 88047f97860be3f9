package dev.kida.spring.form;

import dev.kida.spring.ReactiveTypes;
import org.springframework.context.MessageSource;
import org.springframework.core.convert.ConversionService;

/**
 * What forms need of the application.
 *
 * @param types tells which model attributes are asynchronous
 * @param conversion formats values for which the handler had no binder
 * @param messages resolves error messages and labels
 */
public record FormSupport(ReactiveTypes types, ConversionService conversion, MessageSource messages) {}
