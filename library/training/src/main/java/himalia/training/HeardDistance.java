package himalia.training;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import org.tribuo.math.distance.Distance;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.protos.DistanceProto;

/** Euclid's distance, which asks now and then whether to go on: Tribuo's clustering asks nobody. */
final class HeardDistance implements Distance {
    private static final long serialVersionUID = 1L;

    private static final int STRIDE = 1024;

    private final transient Runnable ask;
    private final L2Distance distance = new L2Distance();
    private int asked;

    HeardDistance(Runnable ask) {
        this.ask = ask;
    }

    @Override
    public double computeDistance(SGDVector one, SGDVector other) {
        if (++asked % STRIDE == 0) {
            ask.run();
        }
        return distance.computeDistance(one, other);
    }

    @Override
    public DistanceProto serialize() {
        return distance.serialize();
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return distance.getProvenance();
    }
}
