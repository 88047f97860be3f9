/**
 * What template values are and do: truth, arithmetic, comparison, text form, member access, and the methods that text,
 * lists and dicts have on every host.
 *
 * <p>The types an application meets are public API: {@link dev.kida.value.SafeHtml}, {@link dev.kida.value.Markup},
 * {@link dev.kida.value.TemplateFunction}, {@link dev.kida.value.Signature}, {@link dev.kida.value.CallContext} and
 * {@link dev.kida.value.MemberProvider}. The rest is called by compiled templates and may change.
 */
@NullMarked
package dev.kida.value;

import org.jspecify.annotations.NullMarked;
