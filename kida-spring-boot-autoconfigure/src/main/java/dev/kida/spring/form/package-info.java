/**
 * Forms, the same on both stacks: {@code bind()}, and what the components of {@code kida/forms.html} ask of the host.
 * Nothing here knows a servlet or an exchange; {@link dev.kida.spring.form.FormRequest} is what they are translated to.
 */
@NullMarked
package dev.kida.spring.form;

import org.jspecify.annotations.NullMarked;
