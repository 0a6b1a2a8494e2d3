package himalia.parallel;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Weights and the steps of Adam that change them: what a checkpoint of a network holds. Each replica makes the same steps; in the form
 * that DJL has, where epsilon is added before the bias is corrected.
 */
final class Adam {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final float[] weights;
    private final float[] means;
    private final float[] squares;
    private final float rate;
    private int steps;

    private Adam(float[] weights, float[] means, float[] squares, int steps, double rate) {
        this.weights = weights;
        this.means = means;
        this.squares = squares;
        this.steps = steps;
        this.rate = (float) rate;
    }

    /** Begins with weights that it may change. */
    static Adam start(float[] weights, double rate) {
        return new Adam(weights, new float[weights.length], new float[weights.length], 0, rate);
    }

    /** Returns the weights as they are, which change with the next step. */
    float[] weights() {
        return weights;
    }

    /** Makes one step. */
    void step(float[] gradient) {
        steps++;
        float corrected =
                (float)
                        (rate
                                * Math.sqrt(1 - Math.pow(BETA_2, steps))
                                / (1 - Math.pow(BETA_1, steps)));
        for (int i = 0; i < weights.length; i++) {
            float slope = gradient[i];
            means[i] = means[i] * BETA_1 + slope * (1 - BETA_1);
            squares[i] = squares[i] * BETA_2 + slope * slope * (1 - BETA_2);
            weights[i] -= means[i] * corrected / ((float) Math.sqrt(squares[i]) + EPSILON);
        }
    }

    /** Returns a part of them that goes its own way. */
    Adam part(int start, int end) {
        return new Adam(
                Arrays.copyOfRange(weights, start, end),
                Arrays.copyOfRange(means, start, end),
                Arrays.copyOfRange(squares, start, end),
                steps,
                rate);
    }

    /** Joins two parts that have made the same steps. */
    Adam and(Adam other) {
        return new Adam(
                joined(weights, other.weights),
                joined(means, other.means),
                joined(squares, other.squares),
                steps,
                rate);
    }

    private static float[] joined(float[] one, float[] other) {
        var all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(steps);
        WireFormat.write(out, weights);
        WireFormat.write(out, means);
        WireFormat.write(out, squares);
    }

    static Adam read(DataInputStream in, double rate) throws IOException {
        int steps = in.readInt();
        return new Adam(
                WireFormat.readFloats(in),
                WireFormat.readFloats(in),
                WireFormat.readFloats(in),
                steps,
                rate);
    }
}
