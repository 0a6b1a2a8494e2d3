package himalia.training;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import org.tribuo.classification.dtree.impurity.LabelImpurity;

/** Asks whether to go on while Tribuo tries cuts, since its trees ask nobody. */
final class HeardImpurity implements LabelImpurity {
    /** Cuts that are tried before somebody is asked: a cut takes less than the question. */
    private static final int CUTS = 256;

    private final LabelImpurity measure;
    private final Runnable ask;
    private int tried;

    /**
     * Measures for one tree, on one thread.
     *
     * @param measure what tells good cuts from others
     * @param ask throws where the tree is to end
     */
    HeardImpurity(LabelImpurity measure, Runnable ask) {
        this.measure = measure;
        this.ask = ask;
    }

    @Override
    public double impurityNormed(double[] shares) {
        if (tried++ % CUTS == 0) {
            ask.run();
        }
        return measure.impurityNormed(shares);
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return measure.getProvenance();
    }
}
