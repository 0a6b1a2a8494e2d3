package himalia.search.samplers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import himalia.search.SearchSpace;
import himalia.table.Seeds;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Densities against those of Optuna's own estimator, 4.9. */
class ParzenEstimatorTest {
    private record Case(
            String space,
            double[] observed,
            double[] points,
            @SuppressWarnings("MemberName") double[] log_density) {}

    @Test
    void densitiesAreOptunas() throws IOException {
        for (var each : cases()) {
            var estimator =
                    ParzenEstimator.of(SearchSpace.of(each.space).distribution("x"), each.observed);
            for (int i = 0; i < each.points.length; i++) {
                assertThat(estimator.logDensity(each.points[i]))
                        .as("%s at %s", each.space, each.points[i])
                        .isCloseTo(each.log_density[i], Offset.offset(1e-9));
            }
        }
    }

    private static Case[] cases() throws IOException {
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                ParzenEstimatorTest.class.getResourceAsStream(
                                        "/himalia/search/parzen.json")),
                        StandardCharsets.UTF_8)) {
            return new Gson().fromJson(in, Case[].class);
        }
    }

    @Test
    void drawsFollowTheDensity() throws IOException {
        for (var each : cases()) {
            var distribution = SearchSpace.of(each.space).distribution("x");
            if (distribution.size() == 0 || distribution.size() > 10) {
                continue;
            }
            var estimator = ParzenEstimator.of(distribution, each.observed);
            var random = Seeds.random(3);
            var counts = new double[each.points.length];
            for (int i = 0; i < 4000; i++) {
                double drawn = estimator.draw(random);
                for (int j = 0; j < counts.length; j++) {
                    counts[j] += Math.abs(drawn - each.points[j]) < 1e-9 ? 1.0 / 4000 : 0;
                }
            }
            for (int j = 0; j < counts.length; j++) {
                assertThat(counts[j])
                        .as("%s at %s", each.space, each.points[j])
                        .isCloseTo(Math.exp(each.log_density[j]), Offset.offset(0.03));
            }
        }
    }
}
