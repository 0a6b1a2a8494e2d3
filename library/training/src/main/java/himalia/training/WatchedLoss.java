package himalia.training;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.util.Pair;
import himalia.display.bundle.Progress;
import org.tribuo.classification.sgd.LabelObjective;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.util.VectorNormalizer;

/**
 * A loss that counts how often it was asked: Tribuo tells nobody how far its training is, but asks its loss once for
 * each row. The losses themselves pass through unchanged.
 */
final class WatchedLoss implements LabelObjective {
    private static final int STRIDE = 1024;

    private final LabelObjective loss;
    private final LinearSgd settings;
    private final int rows;
    private final Progress progress;
    private int epoch;
    private int row;
    private double sum;

    WatchedLoss(LabelObjective loss, LinearSgd settings, int rows, Progress progress) {
        this.loss = loss;
        this.settings = settings;
        this.rows = rows;
        this.progress = progress;
    }

    @Override
    public Pair<Double, SGDVector> valueAndGradient(int truth, SGDVector prediction) {
        return lossAndGradient(truth, prediction);
    }

    @Override
    public Pair<Double, SGDVector> lossAndGradient(Integer truth, SGDVector prediction) {
        var answer = loss.lossAndGradient(truth, prediction);
        // Tribuo's value is the likelihood's logarithm, which grows.
        sum -= answer.getA();
        row++;
        if (row == rows) {
            epochIsOver();
        } else if (row % STRIDE == 0) {
            stopIfInterrupted();
            progress.part(row, rows, "rows");
        }
        return answer;
    }

    private void epochIsOver() {
        epoch++;
        stopIfInterrupted();
        progress.advance(1);
        progress.note("loss %.4f".formatted(sum / rows));
        row = 0;
        sum = 0;
    }

    private void stopIfInterrupted() {
        TrainingInterrupted.check(settings.name(), epoch, "of " + settings.epochs() + " epochs");
    }

    @Override
    public VectorNormalizer getNormalizer() {
        return loss.getNormalizer();
    }

    @Override
    public boolean isProbabilistic() {
        return loss.isProbabilistic();
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return loss.getProvenance();
    }
}
