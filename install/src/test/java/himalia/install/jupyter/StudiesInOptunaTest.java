package himalia.install.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.search.SearchSpace;
import himalia.search.Study;
import himalia.search.StudyObjective;
import himalia.search.TrialPruned;
import himalia.search.TrialRecord;
import himalia.search.TrialState;
import himalia.search.samplers.EvolutionSampler;
import himalia.search.samplers.TpeSampler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our studies in Optuna's hands, and its studies in ours. */
@Tag("once")
class StudiesInOptunaTest {
    private static final SearchSpace SPACE =
            SearchSpace.of(
                    "x=uniform(-5, 5), l=log(0.001, 1), q=step(0, 1, 0.25), n=int(2, 20, 3), m=logint(1, 100), c=choice(a, 2, 2.5, true), d=int(1, 5) if c=a");

    private static final String OPENED =
            """
            import optuna
            from optuna.storages import JournalStorage
            from optuna.storages.journal import JournalFileBackend
            optuna.logging.set_verbosity(optuna.logging.ERROR)
            study = optuna.load_study(study_name="study", storage=JournalStorage(JournalFileBackend("s.log")))
            """;

    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init")
    private PythonTools tools;

    @BeforeEach
    void make() throws IOException, InterruptedException {
        tools = PythonTools.withOptunaOrSkip();
    }

    private String python(String script) throws IOException, InterruptedException {
        return tools.python(folder, script);
    }

    private Study open() {
        return Study.minimize(SPACE, new TpeSampler(4)).at(folder.resolve("s.log"));
    }

    @Test
    void optunaReadsTrialsThatRanAtTheSameTime() throws Exception {
        var study =
                Study.minimize(SPACE, new EvolutionSampler(4))
                        .at(folder.resolve("s.log"))
                        .run(
                                40,
                                3,
                                trial -> {
                                    trial.report(1, trial.real("x"));
                                    if (trial.number() % 6 == 5) {
                                        throw new IllegalStateException("every sixth");
                                    }
                                    return Math.abs(trial.real("x"));
                                });

        assertThat(
                        python(
                                OPENED
                                        + """
                                        print(study.best_trial.number, repr(study.best_value), *[t.state.name for t in study.trials])
                                        """))
                .isEqualTo(
                        "%d %s %s"
                                .formatted(
                                        study.best().number(),
                                        study.best().value(),
                                        study.trials().stream()
                                                .map(trial -> trial.state().name())
                                                .collect(Collectors.joining(" "))));
    }

    @Test
    void optunaReadsEachTrialAndReportsTheSameBestOne() throws Exception {
        StudyObjective objective =
                trial -> {
                    double value = Math.abs(trial.real("x")) + trial.real("q");
                    trial.report(1, value);
                    trial.report(2, trial.number() == 7 ? Double.NaN : value / 2);
                    if (trial.number() % 6 == 4) {
                        throw new TrialPruned("every sixth");
                    }
                    if (trial.number() % 6 == 5) {
                        throw new IllegalStateException("\"no\" <memory> ü");
                    }
                    return value;
                };
        var study = open().run(25, objective);

        assertThat(
                        python(
                                OPENED
                                        + """
                                        print("best", study.best_trial.number, repr(study.best_value))
                                        for t in study.trials:
                                            print(t.number, t.state.name, t.value, list(t.params.items()), t.intermediate_values, t.user_attrs.get("why", "-"))
                                        """))
                .isEqualTo(
                        "best %d %s%n"
                                        .formatted(study.best().number(), study.best().value())
                                        .replace("\r", "")
                                + study.trials().stream()
                                        .map(StudiesInOptunaTest::asPython)
                                        .collect(Collectors.joining("\n")));

        var distributions =
                python(
                        OPENED
                                + "print(*sorted(map(str, study.trials[0].distributions.items())), sep='\\n')");
        assertThat(distributions)
                .contains(
                        "('x', FloatDistribution(high=5.0, log=False, low=-5.0, step=None))",
                        "('l', FloatDistribution(high=1.0, log=True, low=0.001, step=None))",
                        "('q', FloatDistribution(high=1.0, log=False, low=0.0, step=0.25))",
                        "('n', IntDistribution(high=20, log=False, low=2, step=3))",
                        "('m', IntDistribution(high=100, log=True, low=1, step=1))",
                        "('c', CategoricalDistribution(choices=('a', 2, 2.5, True)))");
    }

    private static String asPython(TrialRecord trial) {
        var settings =
                trial.settings().entrySet().stream()
                        .map(each -> "('" + each.getKey() + "', " + asPython(each.getValue()) + ")")
                        .collect(Collectors.joining(", ", "[", "]"));
        var reports =
                trial.reports().entrySet().stream()
                        .map(each -> each.getKey() + ": " + asPython(each.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        return "%d %s %s %s %s %s"
                .formatted(
                        trial.number(),
                        trial.state(),
                        asPython(trial.value()).replace("nan", "None"),
                        settings,
                        reports,
                        trial.why().isEmpty() ? "-" : trial.why());
    }

    private static String asPython(Object value) {
        if (value instanceof String) {
            return "'" + value + "'";
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof Double number && number.isNaN()) {
            return "nan";
        }
        return value.toString();
    }

    @Test
    void eachGoesOnWithWhatTheOtherHasBegun() throws Exception {
        python(
                """
                import optuna
                from optuna.storages import JournalStorage
                from optuna.storages.journal import JournalFileBackend
                optuna.logging.set_verbosity(optuna.logging.ERROR)
                study = optuna.create_study(study_name="study", direction="minimize",
                    sampler=optuna.samplers.TPESampler(seed=1), storage=JournalStorage(JournalFileBackend("s.log")))
                def objective(t):
                    x = t.suggest_float("x", -5, 5); n = t.suggest_int("n", 2, 20, step=3)
                    c = t.suggest_categorical("c", ["a", 2, 2.5, True])
                    t.set_user_attr("colour", "red")
                    t.report(x, 1)
                    if t.number == 3: raise optuna.TrialPruned()
                    return float("inf") if t.number == 4 else x * x
                study.optimize(objective, n_trials=12)
                study.add_trial(optuna.trial.create_trial(params={"x": 0.001},
                    distributions={"x": optuna.distributions.FloatDistribution(-5, 5)}, value=0.000001))
                """);
        var space = SearchSpace.of("x=uniform(-5, 5), n=int(2, 20, 3), c=choice(a, 2, 2.5, true)");
        var study = Study.minimize(space, new TpeSampler(4)).at(folder.resolve("s.log"));
        assertThat(study.trials()).hasSize(13);
        assertThat(study.trials().get(3).state()).isEqualTo(TrialState.PRUNED);
        assertThat(study.trials().get(3).reports()).containsOnlyKeys(1);
        assertThat(study.trials().get(4).value()).isInfinite();
        assertThat(study.best().number()).isEqualTo(12);
        study.run(5, trial -> Math.pow(trial.real("x"), 2) + 1);

        assertThat(
                        python(
                                OPENED
                                        + """
                                        study.optimize(lambda t: t.suggest_float("x", -5, 5) ** 2, n_trials=2)
                                        print(len(study.trials), study.best_trial.number, study.trials[14].value)
                                        """))
                .isEqualTo(String.format(Locale.ROOT, "20 12 %s", study.trials().get(14).value()));
        assertThat(Study.minimize(space, new TpeSampler(4)).at(folder.resolve("s.log")).trials())
                .hasSize(20);
    }
}
