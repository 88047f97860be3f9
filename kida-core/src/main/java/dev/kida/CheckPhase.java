package dev.kida;

import dev.kida.error.ErrorCode;

/** What findings are about, in the order they are reported (spec 07 §17). */
enum CheckPhase {
    CONFIGURATION,
    LOAD,
    COMPILER_WARNING,
    COMPONENT_CALL,
    COMPONENT_TYPE,
    DECLARATION,
    CONTEXT,
    PATH,
    ACCESSIBILITY,
    ESCAPING,
    PRIVACY,
    MODULARITY;

    static CheckPhase of(ErrorCode code) {
        return switch (code) {
            case K_TPL_005 -> CONFIGURATION;
            case K_WARN_001, K_WARN_002 -> COMPILER_WARNING;
            case K_CMP_001 -> COMPONENT_CALL;
            case K_CMP_002 -> COMPONENT_TYPE;
            case K_TYP_001, K_TYP_002, K_TYP_003 -> DECLARATION;
            case K_CTX_001, K_CTX_002 -> CONTEXT;
            case K_PATH_001 -> PATH;
            case K_A11Y_001, K_A11Y_002, K_A11Y_003, K_A11Y_004 -> ACCESSIBILITY;
            case K_ESC_001, K_ESC_002, K_ESC_003, K_ESC_004, K_ESC_005 -> ESCAPING;
            case K_PRI_001, K_PRI_002, K_PRI_003, K_PRI_004, K_PRI_005 -> PRIVACY;
            case K_MOD_102, K_MOD_103 -> MODULARITY;
            default -> LOAD;
        };
    }

    /** Whether a finding of this kind is a mistake for sure. */
    boolean isError() {
        return this == CONFIGURATION || this == LOAD || this == COMPONENT_CALL || this == COMPONENT_TYPE;
    }
}
