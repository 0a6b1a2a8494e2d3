package himalia.onnx;

/**
 * What a value of an {@link OnnxGraph} holds.
 *
 * <pre>{@code
 * OnnxValue age = new OnnxGraph().input("age", OnnxType.NUMBER);
 * age.type()     // NUMBER
 * }</pre>
 */
public enum OnnxType {
    /** Numbers as doubles; NaN where one is missing. */
    NUMBER(11),
    /** Numbers as floats, for what computes with floats. */
    FLOAT(1),
    /** Whole numbers of 64 bits; of days and times the least of them, {@link Long#MIN_VALUE}, is missing. */
    INTEGER(7),
    /** Whole numbers of 32 bits, as hashes are; cast them to compute with them. */
    INTEGER_32(6),
    /** True and false. */
    TRUTH(9),
    /** Texts; an empty one is missing. */
    TEXT(8);

    private final int code;

    OnnxType(int code) {
        this.code = code;
    }

    /** Returns the type's number in a file. */
    int code() {
        return code;
    }
}
