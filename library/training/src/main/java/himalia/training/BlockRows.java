package himalia.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Rows with what is to be learnt of them, handed to PyTorch a few at a time. */
record BlockRows(float[][] inputs, float[] wanted, BlockForm form) {
    /** Takes the rows that stand from {@code start} to {@code end} in the order. */
    static BlockRows of(
            float[][] rows, float[] wanted, BlockForm form, int[] order, int start, int end) {
        var part = new float[end - start][];
        var values = new float[part.length];
        for (int i = 0; i < part.length; i++) {
            part[i] = rows[order[start + i]];
            values[i] = wanted[order[start + i]];
        }
        return new BlockRows(part, values, form);
    }

    int size() {
        return inputs.length;
    }

    NDArray inputs(NDManager manager, int[] order, int start, int end) {
        int width = inputs[0].length;
        long count = (long) (end - start) * width;
        if (count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a batch of %d rows has %d numbers each, and there are %d at most in one; take a smaller batch"
                            .formatted(end - start, width, Integer.MAX_VALUE));
        }
        var values = new float[(int) count];
        for (int i = start; i < end; i++) {
            System.arraycopy(inputs[order[i]], 0, values, (i - start) * width, width);
        }
        return manager.create(values, form.rows(end - start));
    }

    NDArray wanted(NDManager manager, int[] order, int start, int end) {
        var values = new float[end - start];
        for (int i = start; i < end; i++) {
            values[i - start] = wanted[order[i]];
        }
        return manager.create(values);
    }
}
