package himalia.onnx;

import java.util.Map;

/**
 * What ONNX Runtime's optimiser would leave out: it takes {@code x - c} and {@code x + c} for {@code x} where c as a float is 0, as
 * 1E-50 is, and {@code x * c} and {@code x / c} where it is 1 ({@code NoopElimination}, in 1.22 and 1.32). A constant that
 * hangs on x is none, and stays.
 */
final class LeftOut {
    private static final Map<String, Float> NOTHING =
            Map.of("Add", 0f, "Sub", 0f, "Mul", 1f, "Div", 1f);

    private LeftOut() {}

    /** Returns what an operator reads, with such a constant written so that it is computed with. */
    static OnnxValue[] kept(
            OnnxOperator operator, OnnxValue[] reads, Map<String, OnnxTensor> constants) {
        var nothing = NOTHING.get(operator.name());
        if (nothing == null || reads.length != 2) {
            return reads;
        }
        return new OnnxValue[] {
            kept(reads[0], reads[1], nothing, constants),
            kept(reads[1], reads[0], nothing, constants)
        };
    }

    private static OnnxValue kept(
            OnnxValue value, OnnxValue other, float nothing, Map<String, OnnxTensor> constants) {
        var constant = constants.get(value.name());
        // Where the other one is missing, so is what is computed of it.
        return constant != null && constant.isRoundedTo(nothing)
                ? other.isMissing().choose(other, value)
                : value;
    }
}
