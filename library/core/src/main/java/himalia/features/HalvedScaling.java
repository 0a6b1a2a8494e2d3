package himalia.features;

import himalia.onnx.OnnxValue;

/**
 * Moves and stretches numbers that lie further apart than a double holds.
 *
 * @param ofHalves the scaling of their halves
 */
record HalvedScaling(Scaling ofHalves) implements NumberRule {
    @Override
    public double apply(double value) {
        return ofHalves.apply(value / 2);
    }

    @Override
    public String sql(String number) {
        return ofHalves.sql("(" + number + " / 2)");
    }

    @Override
    public OnnxValue onnx(OnnxValue number) {
        return ofHalves.onnx(number.over(2));
    }
}
