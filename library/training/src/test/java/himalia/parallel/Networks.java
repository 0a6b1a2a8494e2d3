package himalia.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.model.Model;
import himalia.training.numeric.Network;

/** Looks into trained networks. */
final class Networks {
    private Networks() {}

    static Network of(Model model) throws ReflectiveOperationException {
        var saved = model.saved();
        var network = saved.getClass().getDeclaredMethod("network");
        network.setAccessible(true);
        return (Network) network.invoke(saved);
    }

    static void assertSame(Model model, Model other, double most)
            throws ReflectiveOperationException {
        assertThat(difference(of(model), of(other))).isLessThanOrEqualTo(most);
    }

    /** Returns how far apart two weights of two networks are at most. */
    static double difference(Network one, Network other) {
        double most = 0;
        for (int i = 0; i < one.layers().size(); i++) {
            var these = one.layers().get(i);
            var those = other.layers().get(i);
            for (int k = 0; k < these.biases().length; k++) {
                most = Math.max(most, Math.abs(these.biases()[k] - those.biases()[k]));
                for (int j = 0; j < these.weights().length; j++) {
                    double apart = these.weights()[j][k] - those.weights()[j][k];
                    most = Math.max(most, Math.abs(apart));
                }
            }
        }
        return most;
    }
}
