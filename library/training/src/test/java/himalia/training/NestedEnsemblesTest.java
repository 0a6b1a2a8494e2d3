package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.folds.GroupKFold;
import himalia.evaluation.folds.RepeatedKFold;
import himalia.evaluation.validation.CrossValidation;
import himalia.evaluation.validation.ModelSelector;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.model.Model;
import himalia.model.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Ensembles of members that cut rows by a column: it is no feature of any, and those that cut by it find it. */
class NestedEnsemblesTest {
    private static final GroupKFold BY_PATIENT = new GroupKFold(3, "patient");
    private static final Trainer PLAIN = new LogisticRegression(1.0);
    private static final Trainer NESTED =
            new ModelSelector(List.of(PLAIN, new LogisticRegression(0.01)), BY_PATIENT, "accuracy");

    private static Table patients() {
        var random = new Random(7);
        var table =
                Table.create(
                        "patients",
                        DoubleColumn.create("a"),
                        IntColumn.create("patient"),
                        DoubleColumn.create("b"),
                        StringColumn.create("y"));
        for (int row = 0; row < 120; row++) {
            double a = random.nextGaussian();
            table.doubleColumn("a").append(a);
            table.intColumn("patient").append(row % 12);
            table.doubleColumn("b").append(random.nextGaussian());
            table.stringColumn("y").append(a + random.nextGaussian() > 0 ? "yes" : "no");
        }
        return table;
    }

    @Test
    void aBalancedBaggingOfARegressorIsNamedWithTheWayOut() {
        var bagging = new BalancedBagging(new LinearRegression(1.0), 3, 42);

        assertThatThrownBy(() -> bagging.fit(patients().selectColumns("a", "b"), "b"))
                .hasMessage(
                        "BalancedBagging draws rows by their classes, and label 'b' holds numbers; take Bagging of LinearRegression, which draws them by chance, or cut the number into ranges and take a classifier");
        try (var model =
                new Bagging(new LinearRegression(1.0), 3, 42)
                        .fit(patients().selectColumns("a", "b"), "b")) {
            assertThat(model.predict(patients()).size()).isEqualTo(120);
        }
    }

    @Test
    void aBalancedBaggingOfARegressorIsRefusedOfClassesThatAreNumbersToo() {
        var patients = patients();
        var flags = patients.selectColumns("a", "b");
        flags.addColumns(
                IntColumn.create(
                        "y",
                        patients.stringColumn("y").asList().stream()
                                .mapToInt(name -> name.equals("yes") ? 1 : 0)
                                .toArray()));

        for (Trainer member :
                List.of(
                        new LinearRegression(1.0),
                        Pipeline.of(new StandardScaler()).train(new LinearRegression(1.0)))) {
            assertThatThrownBy(() -> new BalancedBagging(member, 3, 42).fit(flags, "y"))
                    .hasMessage(
                            "BalancedBagging takes what tells classes apart, and %1$s predicts numbers of 'y'; take a classifier such as LogisticRegression, or Bagging of %1$s",
                            member.name());
        }
        Trainer silent = (table, label) -> new LinearRegression(1.0).fit(table, label);
        assertThatThrownBy(() -> new BalancedBagging(silent, 3, 42).fit(flags, "y"))
                .hasMessage(
                        "BalancedBagging takes what tells classes apart, and LinearRegression[alpha=1.0] predicts numbers of 'y'; take a classifier such as LogisticRegression");
    }

    static Stream<Trainer> ensembles() {
        return Stream.of(
                new Voting(List.of(PLAIN, NESTED)),
                new Stacking(List.of(PLAIN, NESTED), PLAIN, BY_PATIENT),
                new Stacking(List.of(NESTED, PLAIN), PLAIN, new GroupKFold(2, "patient")),
                new Bagging(NESTED, 3, 42),
                new Bagging(NESTED, 3, 1, 0.5, 42),
                new BalancedBagging(NESTED, 3, 42));
    }

    @ParameterizedTest
    @MethodSource("ensembles")
    void theColumnIsNoFeatureOfAnyMember(Trainer trainer) {
        var table = patients();
        try (var model = trainer.fit(table, "y")) {
            assertThat(model.schema().featureNames()).containsExactly("a", "b");
            var unknown = table.rejectColumns("patient");
            assertThat(model.predict(unknown)).isEqualTo(model.predict(table));
            assertThat(model.provenance().rows().countIn(unknown)).isEqualTo(table.rowCount());
        }
    }

    @ParameterizedTest
    @MethodSource("ensembles")
    void aCrossValidationByTheColumnLeavesItToTheMember(Trainer trainer) {
        var cv = CrossValidation.of(trainer, patients(), "y", BY_PATIENT);

        assertThat(cv.scores("accuracy").mean("accuracy")).isGreaterThan(0.6);
    }

    @Test
    void membersReadColumnsOfTheirOwn() {
        var table = patients();
        Trainer left = (rows, label) -> PLAIN.fit(rows.selectColumns("a", label), label);
        Trainer right = (rows, label) -> PLAIN.fit(rows.selectColumns("b", label), label);
        try (var model = new Voting(List.of(left, right)).fit(table, "y")) {
            assertThat(model.schema().featureNames()).containsExactly("a", "b");
        }
        Trainer other =
                (rows, label) -> {
                    var truths = BooleanColumn.create("a");
                    rows.doubleColumn("a").forEach(each -> truths.append(each > 0));
                    return PLAIN.fit(rows.selectColumns("b", label).addColumns(truths), label);
                };
        assertThatThrownBy(() -> new Voting(List.of(left, other)).fit(table, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "LogisticRegression reads column 'a' as BOOLEAN, and a member before it as NUMBER; give all members the same columns");
    }

    @Test
    void whatCannotBeIsToldBeforeTheSecondMemberIsTrained() {
        var trained = new ArrayList<Model>();
        Trainer counted =
                (rows, label) -> {
                    trained.add(new DecisionTreeRegressor(1).fit(rows, label));
                    return trained.get(trained.size() - 1);
                };
        var table = patients().rejectColumns("y", "patient");
        var members = List.of(counted, counted, counted);

        assertThatThrownBy(() -> new Voting(members, Voting.By.MAJORITY).fit(table, "b"))
                .hasMessage(
                        "numbers of 'b' are averaged, and there is no majority; take Voting.By.MEAN");
        assertThat(trained).hasSize(1);
        var twice = new Stacking(members, new Ridge(), new RepeatedKFold(3, 2, 42));
        assertThatThrownBy(() -> twice.fit(table, "b"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("judged by several times");
        assertThat(trained).hasSize(2);
    }
}
