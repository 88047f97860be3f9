/**
 * Runs the conformance cases: {@link dev.kida.conformance.ConformanceTest} as part of the build,
 * {@link dev.kida.conformance.ConformanceMain} over any directory of cases.
 */
package dev.kida.conformance;
