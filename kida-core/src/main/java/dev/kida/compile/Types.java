package dev.kida.compile;

import dev.kida.render.ComponentSite;
import org.objectweb.asm.Type;

/** Internal names and descriptors of what generated code refers to. */
final class Types {

    static final String OBJECT = "java/lang/Object";
    static final String STRING = "java/lang/String";
    static final String THROWABLE = "java/lang/Throwable";
    static final String LIST = "java/util/List";
    static final String MAP = "java/util/Map";

    static final String OUTPUT = "dev/kida/output/Output";
    static final String STATIC_TEXT = "dev/kida/output/StaticText";

    static final String RENDER = "dev/kida/render/";
    static final String ACTIVATION = RENDER + "Activation";
    static final String FRAME = RENDER + "UnitFrame";
    static final String LOOP = RENDER + "LoopState";
    static final String PLAIN_LOOP = RENDER + "PlainLoop";
    static final String CONTEXT = RENDER + "Context";
    static final String SCOPE = RENDER + "Scope";
    static final String UNDO = RENDER + "Undo";
    static final String BOUNDARY = RENDER + "Boundary";
    static final String REPEATED_INCLUDE = RENDER + "RepeatedInclude";
    static final String PREPARE = RENDER + "Prepare";
    static final String DEF_VALUE = RENDER + "DefValue";
    static final String CALL_ORIGIN = RENDER + "CallOrigin";
    static final String PAGE_RUN = RENDER + "PageRun";
    static final String COMPONENT_CALL = RENDER + "ComponentCall";
    static final String COMPONENT_SITE = RENDER + "ComponentSite";
    static final String UNITS = RENDER + "Units";
    static final String SECTION = RENDER + "Section";
    static final String CALLER = RENDER + "Caller";
    static final String OVERRIDES = RENDER + "Overrides";
    static final String PARAMETERS = RENDER + "Parameters";
    static final String STATEMENTS = RENDER + "Statements";
    static final String BOUNDED = RENDER + "Bounded";
    static final String FAILURES = RENDER + "Failures";
    static final String STRAIGHT = RENDER + "StraightCode";
    static final String RESUMABLE = RENDER + "ResumableCode";

    static final String VALUE = "dev/kida/value/";
    static final String UNDEFINED = VALUE + "Undefined";
    static final String UNDEFINED_EXCEPTION = "dev/kida/error/UndefinedException";

    static final String STRAIGHT_METHOD = "(" + desc(ACTIVATION) + desc(OUTPUT) + ")V";
    static final String COMPONENT_METHOD =
            "(I" + desc(COMPONENT_CALL) + desc(OBJECT).repeat(ComponentSite.MOST) + desc(OUTPUT) + ")V";
    /** The body of a plain page: it has the first argument or, to make a run of its own, the second. */
    static final String PAGE_METHOD = "(" + desc(ACTIVATION) + desc(PAGE_RUN) + desc(OUTPUT) + ")V";

    static final String RESUMABLE_METHOD = "(" + desc(FRAME) + ")I";

    private Types() {}

    static String desc(String internalName) {
        return internalName.startsWith("[") ? internalName : "L" + internalName + ";";
    }

    /** The method of a component that is called directly. */
    static String directMethod(int parameters) {
        return "(" + desc(COMPONENT_CALL) + desc(OBJECT).repeat(parameters) + desc(OUTPUT) + ")V";
    }

    /** A method descriptor from type codes: {@code O} object, {@code S} string, {@code A} activation, and so on. */
    static String method(String parameters, String result) {
        StringBuilder out = new StringBuilder("(");
        for (int i = 0; i < parameters.length(); i++) {
            out.append(code(parameters.charAt(i)));
        }
        return out.append(')')
                .append(result.length() == 1 ? code(result.charAt(0)) : desc(result))
                .toString();
    }

    private static String code(char letter) {
        return switch (letter) {
            case 'O' -> desc(OBJECT);
            case 'S' -> desc(STRING);
            case 'A' -> desc(ACTIVATION);
            case 'P' -> desc(OUTPUT);
            case 'F' -> desc(FRAME);
            case 'L' -> desc(LIST);
            case 'C' -> desc(CONTEXT);
            case 'T' -> desc(THROWABLE);
            case 'X' -> desc(CALLER);
            case 'o' -> "[" + desc(OBJECT);
            case 's' -> "[" + desc(STRING);
            case 'I' -> Type.INT_TYPE.getDescriptor();
            case 'Z' -> Type.BOOLEAN_TYPE.getDescriptor();
            case 'J' -> Type.LONG_TYPE.getDescriptor();
            case 'V' -> Type.VOID_TYPE.getDescriptor();
            default -> throw new IllegalArgumentException(String.valueOf(letter));
        };
    }
}
