package himalia.training;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import org.tribuo.classification.dtree.impurity.LabelImpurity;

/**
 * Asks whether to go on at every cut that Tribuo tries, since its trees ask nobody.
 *
 * @param measure what tells good cuts from others
 * @param ask throws where the tree is to end
 */
record HeardImpurity(LabelImpurity measure, Runnable ask) implements LabelImpurity {
    @Override
    public double impurityNormed(double[] shares) {
        ask.run();
        return measure.impurityNormed(shares);
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return measure.getProvenance();
    }
}
