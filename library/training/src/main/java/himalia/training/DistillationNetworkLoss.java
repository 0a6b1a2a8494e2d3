package himalia.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.loss.Loss;

/** What a student loses, by DJL's operations, so that its engine finds the gradients. */
final class DistillationNetworkLoss extends Loss {
    private final DistillationLoss loss;

    DistillationNetworkLoss(DistillationLoss loss) {
        super("DistillationLoss");
        this.loss = loss;
    }

    @Override
    public NDArray evaluate(NDList labels, NDList predictions) {
        if (labels.size() != 2) {
            throw new IllegalArgumentException(
                    "distillation takes two arrays of labels, the classes' numbers and the teacher's logits, got "
                            + labels.size());
        }
        double temperature = loss.temperature();
        var codes = labels.get(0).toType(DataType.INT64, false).reshape(-1, 1);
        var wanted = labels.get(1).div(temperature).logSoftmax(-1);
        var logits = predictions.singletonOrThrow();
        var softened = logits.div(temperature).logSoftmax(-1);
        var divergence = wanted.exp().mul(wanted.sub(softened)).sum(new int[] {-1});
        var hard = logits.logSoftmax(-1).gather(codes, 1).neg().reshape(-1);
        return divergence
                .mul(loss.soft() * temperature * temperature)
                .add(hard.mul(1 - loss.soft()))
                .mean();
    }
}
