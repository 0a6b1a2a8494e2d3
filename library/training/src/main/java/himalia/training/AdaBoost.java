package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Classifier;
import himalia.model.Model;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Models one after the other, each with more weight on the rows that those before it got wrong; they vote, the better ones with more
 * votes (SAMME).
 *
 * <pre>{@code
 * Model model = new AdaBoost(new DecisionTree(1, 42), 50, 1.0).fit(train, "churned");
 * }</pre>
 *
 * <p>Y. Freund, R. E. Schapire (1997): A Decision-Theoretic Generalization of On-Line Learning and an Application to Boosting. J. Zhu, H.
 * Zou, S. Rosset, T. Hastie (2009): Multi-class AdaBoost. Statistics and Its Interface 2, 349–360.
 *
 * @param member what is trained in each round
 * @param rounds how many at most; it ends sooner where one makes no mistake, or is no better than chance
 * @param rate how much a round counts, above 0
 */
public record AdaBoost(RowWeighted member, int rounds, double rate) implements Classifier {
    public AdaBoost {
        given(member, "member");
        Checks.tellsClasses("AdaBoost", member);
        Checks.atLeast("rounds", rounds, 1);
        Checks.above("rate", rate, 0);
    }

    @Override
    public Model fit(Table table, String label) {
        return new Samme(this, member, rounds, rate, 1)
                .fit(table, label, round -> IntStream.range(0, table.rowCount()).toArray());
    }

    @Override
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("member", member.toString());
        settings.put("rounds", String.valueOf(rounds));
        settings.put("rate", String.valueOf(rate));
        return settings;
    }
}
