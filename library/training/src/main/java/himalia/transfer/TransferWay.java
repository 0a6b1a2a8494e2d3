package himalia.transfer;

import himalia.model.Trainer;
import himalia.training.MultilayerPerceptron;
import java.util.List;

/**
 * A way to a model where a trained network of the same features is there.
 *
 * <pre>{@code
 * TransferWay.FINE_TUNE.words()      // "fine-tuned"
 * }</pre>
 */
public enum TransferWay {
    /** The source's layers as they are, with a new last layer on top: a linear probe. */
    FROZEN("frozen features"),
    /** The source's layers and a new one, all trained on, each at its rate. */
    FINE_TUNE("fine-tuned"),
    /** The same network, which begins with weights of its own. */
    SCRATCH("from scratch"),
    /** The last layer alone, over the features themselves: what frozen features have to beat. */
    RAW("raw features");

    private final String words;

    TransferWay(String words) {
        this.words = words;
    }

    /** Returns how it is called in tables and charts. */
    public String words() {
        return words;
    }

    /** Whether it takes over what the source has learnt; the others are what that is compared with. */
    public boolean isTransfer() {
        return this == FROZEN || this == FINE_TUNE;
    }

    Trainer trainer(Transfer tuned) {
        var scratch = tuned.fromScratch();
        return switch (this) {
            case FROZEN -> tuned.frozen();
            case FINE_TUNE -> tuned;
            case SCRATCH -> scratch;
            case RAW ->
                    new MultilayerPerceptron(
                            List.of(),
                            scratch.epochs(),
                            scratch.rate(),
                            scratch.batch(),
                            scratch.patience(),
                            scratch.seed());
        };
    }
}
