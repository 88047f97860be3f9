/** The rules of the template language, each as an example of its own. */
package dev.kida.examples;
