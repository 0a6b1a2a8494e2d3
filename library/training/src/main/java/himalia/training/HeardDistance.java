package himalia.training;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import java.util.function.IntConsumer;
import org.tribuo.math.distance.Distance;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.protos.DistanceProto;

/** Euclid's distance, which tells now and then how many were measured: Tribuo's clustering asks nobody whether to go on. */
final class HeardDistance implements Distance {
    private static final long serialVersionUID = 1L;

    private static final int STRIDE = 1024;

    private final transient IntConsumer heard;
    private final L2Distance distance = new L2Distance();
    private int asked;

    HeardDistance(IntConsumer heard) {
        this.heard = heard;
    }

    @Override
    public double computeDistance(SGDVector one, SGDVector other) {
        if (++asked % STRIDE == 0) {
            heard.accept(STRIDE);
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
