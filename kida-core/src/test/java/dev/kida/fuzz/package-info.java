/** Throws everything at the engine that looks somewhat like a template. */
package dev.kida.fuzz;
