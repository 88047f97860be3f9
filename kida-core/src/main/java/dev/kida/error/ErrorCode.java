package dev.kida.error;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The stable code of every error and warning; messages may change between versions, codes do not. */
public enum ErrorCode {
    K_LEX_001("UNCLOSED_TAG"),
    K_LEX_002("UNCLOSED_COMMENT"),
    K_LEX_003("UNCLOSED_VARIABLE"),
    K_LEX_004("TOKEN_LIMIT"),

    K_PAR_001("UNEXPECTED_TOKEN"),
    K_PAR_002("UNCLOSED_BLOCK"),
    K_PAR_003("INVALID_EXPRESSION"),
    K_PAR_004("INVALID_FILTER"),
    K_PAR_005("INVALID_TEST"),
    K_PAR_006("INVALID_IDENTIFIER"),
    K_PAR_007("UNSUPPORTED_SYNTAX"),

    K_RUN_001("UNDEFINED_VARIABLE"),
    K_RUN_002("FILTER_ERROR"),
    K_RUN_003("TEST_ERROR"),
    K_RUN_004("REQUIRED_VALUE"),
    K_RUN_005("NONE_COMPARISON"),
    K_RUN_006("INCLUDE_DEPTH"),
    K_RUN_007("RUNTIME_ERROR"),
    K_RUN_008("MACRO_NOT_FOUND"),
    K_RUN_009("KEY_ERROR"),
    K_RUN_010("ATTRIBUTE_ERROR"),
    K_RUN_011("ZERO_DIVISION"),
    K_RUN_012("TYPE_ERROR"),
    K_RUN_013("MACRO_ITERATION"),
    K_RUN_016("NO_LOADER"),
    K_RUN_017("NOT_IN_RENDER_CONTEXT"),

    K_TPL_001("TEMPLATE_NOT_FOUND"),
    K_TPL_002("SYNTAX_ERROR"),
    K_TPL_003("CIRCULAR_IMPORT"),
    K_TPL_004("DEFINITION_NOT_TOPLEVEL"),
    K_TPL_005("TEMPLATE_ROOT_CONFIGURATION"),

    K_SEC_001("BLOCKED_ATTRIBUTE"),
    K_SEC_002("BLOCKED_TYPE"),
    K_SEC_003("RANGE_LIMIT"),
    K_SEC_004("BLOCKED_CALLABLE"),
    K_SEC_005("OUTPUT_LIMIT"),

    K_ASY_001("AWAIT_TIMEOUT"),

    K_CMP_001("COMPONENT_CALL_SIGNATURE"),
    K_CMP_002("COMPONENT_TYPE_MISMATCH"),

    K_WARN_001("FILTER_PRECEDENCE"),
    K_WARN_002("JINJA2_SET_SCOPING"),

    K_PRI_001("SENSITIVE_PATH"),
    K_PRI_002("SECRET_LITERAL"),
    K_PRI_003("SENSITIVE_VALUE_MARKED_SAFE"),
    K_PRI_004("BROAD_OBJECT_PRINTED"),
    K_PRI_005("DYNAMIC_TEMPLATE_NAME"),

    K_CTX_001("MISSING_CONTEXT_PATH"),
    K_CTX_002("UNUSED_CONTEXT_PATH"),

    K_ESC_001("ESCAPED_OUTPUT"),
    K_ESC_002("TRUSTED_MARKUP"),
    K_ESC_003("UNESCAPED_OUTPUT"),
    K_ESC_004("TRUSTED_JSON"),
    K_ESC_005("TRUSTED_XMLATTR"),

    K_A11Y_001("IMAGE_WITHOUT_ALT"),
    K_A11Y_002("HEADING_ORDER"),
    K_A11Y_003("HTML_WITHOUT_LANG"),
    K_A11Y_004("INPUT_WITHOUT_LABEL"),

    K_TYP_001("UNDECLARED_NAME"),
    K_TYP_002("UNUSED_DECLARATION"),
    K_TYP_003("MISSPELT_NAME"),

    K_PATH_001("FRAGILE_TEMPLATE_PATH"),

    K_MOD_102("EXTRACTION_CANDIDATE"),
    K_MOD_103("PASS_THROUGH_COMPONENT");

    /** Where the codes are explained, relative to the project's root. */
    private static final String DOCS = "docs/errors.md";

    private static final Map<String, ErrorCode> BY_CODE = new HashMap<>();

    static {
        for (ErrorCode code : values()) {
            BY_CODE.put(code.code, code);
        }
    }

    private final String code;
    private final String symbol;

    ErrorCode(String symbol) {
        this.code = name().replace('_', '-');
        this.symbol = symbol;
    }

    /** The code as it is printed, for example {@code K-RUN-001}. */
    public String code() {
        return code;
    }

    /** The name of the code, for example {@code UNDEFINED_VARIABLE}. */
    public String symbol() {
        return symbol;
    }

    /** The name in plain words, for example {@code Undefined variable}. */
    public String title() {
        String words = symbol.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The group a code belongs to, taken from its prefix. */
    public String category() {
        return switch (code.substring(2, code.lastIndexOf('-'))) {
            case "LEX" -> "lexer";
            case "PAR" -> "parser";
            case "RUN" -> "runtime";
            case "TPL" -> "template";
            case "SEC" -> "security";
            case "ASY" -> "async";
            case "CMP" -> "component";
            case "WARN" -> "warning";
            case "PRI" -> "privacy";
            case "CTX" -> "context";
            case "ESC" -> "escape";
            case "A11Y" -> "accessibility";
            case "TYP" -> "type";
            case "PATH" -> "path";
            default -> "modularity";
        };
    }

    /** Where this code is documented. */
    public String docsUrl() {
        return DOCS + "#" + code.toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a code by its printed form.
     *
     * @throws IllegalArgumentException if there is no such code
     */
    public static ErrorCode of(String code) {
        ErrorCode found = BY_CODE.get(code);
        if (found == null) {
            throw new IllegalArgumentException("unknown error code: " + code);
        }
        return found;
    }

    @Override
    public String toString() {
        return code;
    }
}
