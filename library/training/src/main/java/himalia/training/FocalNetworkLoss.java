package himalia.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.loss.Loss;

/** Focal loss by DJL's operations, so that its engine finds the gradients. */
final class FocalNetworkLoss extends Loss {
    /** The power of 0 has no gradient where gamma is below 1. */
    private static final float LEAST = 1e-7f;

    private final FocalLoss loss;

    FocalNetworkLoss(FocalLoss loss) {
        super("FocalLoss");
        this.loss = loss;
    }

    @Override
    public NDArray evaluate(NDList labels, NDList predictions) {
        var codes = labels.singletonOrThrow().toType(DataType.INT64, false).reshape(-1, 1);
        var logP = predictions.singletonOrThrow().logSoftmax(-1).gather(codes, 1);
        var focus = logP.exp().neg().add(1).maximum(LEAST).pow(loss.gamma());
        var each = focus.mul(logP).neg();
        if (!loss.weights().isEmpty()) {
            var weights = new float[loss.weights().size()];
            for (int k = 0; k < weights.length; k++) {
                weights[k] = loss.weights().get(k).floatValue();
            }
            each =
                    each.mul(
                            each.getManager()
                                    .create(weights)
                                    .get(codes.reshape(-1))
                                    .reshape(-1, 1));
        }
        return each.mean();
    }
}
