package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --java} prints is compiled, run, and compared with what the magic gives. */
@Tag("kernel")
@Timeout(180)
class PlainJavaTest {
    @TempDir private static Path folder;
    private static LiveKernel kernel;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n3,4\n");
        kernel = LiveKernel.in(folder);
        kernel.value(
                """
                Table people(int rows, long seed) {
                    var random = new Random(seed);
                    var age = DoubleColumn.create("age");
                    var income = DoubleColumn.create("income");
                    var label = StringColumn.create("y");
                    for (int i = 0; i < rows; i++) {
                        age.append(random.nextGaussian() + (i % 4 == 0 ? 2 : 0));
                        income.append(random.nextGaussian());
                        label.append(i % 4 == 0 ? "rare" : "often");
                    }
                    return Table.create("people", age, income, label);
                }
                record Walker(String name, int age) {}
                var walkers = List.of(new Walker("Ann", 30), new Walker("Bo", 40));
                Table train = people(120, 1), test = people(40, 2);
                var model = TrainedModel.of(new LogisticRegression(1.0), train, "y", test);""");
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    private static String java(String line) {
        return kernel.displays(line + " --java").get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%train xgboost --label y --rounds 5 train"
                        + " | TrainedModel.of(new GradientBoosting(5, 42), train, \"y\")",
                "%train xgboost --label y --rounds 5 --rate 0.1 --seed 7 --test {people(30, 3)} train"
                        + " | TrainedModel.of(new GradientBoosting(5, 6, 0.1, 1.0, false, 7), train, \"y\", people(30, 3))",
                "%train linear --label y train"
                        + " | TrainedModel.of(new LogisticRegression(1.0), train, \"y\")",
                "%train linear --balanced --label={\"y\"} --test=test train"
                        + " | TrainedModel.of(new LogisticRegression(1.0, true), train, \"y\", test)",
                "%train sgd --label y --epochs 2 train"
                        + " | TrainedModel.of(new LinearSgd(2, 0.1, 42), train, \"y\")",
                "%train mlp --label y --epochs 2 --hidden 4 train"
                        + " | TrainedModel.of(new MultilayerPerceptron(List.of(4), 2, 42), train, \"y\")",
            })
    void trainGivesTheSameModel(String line, String java) {
        assertThat(java(line)).isEqualTo(java);
        kernel.value("var magic = " + line + ";\nvar plain = " + java + ";");
        assertThat(
                        kernel.value(
                                "magic.trainer().equals(plain.trainer())"
                                        + " && magic.predict(test).equals(plain.predict(test))"
                                        + " && magic.judged().isPresent() == plain.judged().isPresent()"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%sample smote --label y train | new Smote(5, 42).resample(train, \"y\")",
                "%sample smote --label y --neighbours 3 --strategy 0.5 train"
                        + " | new Smote(3, new Strategy(\"0.5\"), 42).resample(train, \"y\")",
                "%sample under --seed 1 --label y train | new RandomUnderSampler(1).resample(train, \"y\")",
                "%sample tomek --label y train | new TomekLinks().resample(train, \"y\")",
                "%sample random --label y {train.first(9)}"
                        + " | new RandomOverSampler(42).resample(train.first(9), \"y\")",
                "%sample simple --size 9 train | new SimpleRandomSample(9, 42).draw(train).table()",
                "%sample stratified --by y --size 30 train"
                        + " | new StratifiedSample(\"y\", 30, 42).draw(train).table()",
            })
    void sampleGivesTheSameRows(String line, String java) {
        assertThat(java(line)).isEqualTo(java);
        kernel.value("Table magic = " + line + ";\nTable plain = " + java + ";");
        assertThat(kernel.value("magic.printAll().equals(plain.printAll())")).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%table train | TableView.of(train)",
                "%table train --rows 4 --sort=-age,y --heat age --bars income --where {train.numberColumn(\"age\").isGreaterThan(0)}"
                        + " | TableView.of(train).rows(4).where(train.numberColumn(\"age\").isGreaterThan(0)).sort(\"-age\", \"y\").heat(\"age\").bars(\"income\")",
                "%table train --summary | TableView.summary(train)",
                "%table walkers --sort=-age | TableView.of(Tables.of(walkers)).sort(\"-age\")",
                "%table {walkers.subList(0, 1)} | TableView.of(Tables.of(walkers.subList(0, 1)))",
            })
    void tableShowsTheSame(String line, String java) {
        assertThat(java(line)).isEqualTo(java);
        assertThat(kernel.value(java)).isEqualTo(kernel.value(line));
    }

    @Test
    void convertWritesTheSameFile() throws IOException {
        var java = java("%convert a.csv b.jsonl");
        assertThat(java).isEqualTo("Storage.convert(Path.of(\"a.csv\"), Path.of(\"b.jsonl\"))");
        kernel.value("%convert a.csv c.jsonl");
        kernel.value(java);
        assertThat(folder.resolve("b.jsonl")).hasSameTextualContentAs(folder.resolve("c.jsonl"));
    }

    @Test
    void deployServesTheSameModelUnderTheSameName() {
        var java = java("%deploy local --name churn model");
        assertThat(java).isEqualTo("new ModelServer(\"churn\", 0).start(model)");
        kernel.value("Endpoint plain = " + java + ";");
        assertThat(
                        kernel.value(
                                "plain.inferUrl().getPath() + plain.predict(test).equals(model.predict(test))"))
                .isEqualTo("/v2/models/churn/infertrue");
        kernel.value("plain.close();");
    }

    @Test
    void logAndRunsDoTheSame() {
        kernel.value("Map<String, Double> extra = Map.of(\"cost\", 2.0);");
        var line = "%log --name b --metric recall=0.5 --param data=v2 --tag who=me model extra";
        var java = java(line);
        assertThat(java)
                .isEqualTo(
                        "RunLog.at(Path.of(\".himalia/runs.db\"), Clock.systemUTC()).run(\"b\")"
                                + ".model(model).report(model.report()).metric(\"cost\", 2.0)"
                                + ".metric(\"recall\", 0.5).param(\"data\", \"v2\").tag(\"who\", \"me\").record()");
        kernel.value("Run magic = " + line + ";\nRun plain = " + java + ";");
        assertThat(
                        kernel.value(
                                "magic.name().equals(plain.name()) && magic.metrics().equals(plain.metrics())"
                                        + " && magic.params().equals(plain.params()) && magic.tags().equals(plain.tags())"))
                .isEqualTo("true");

        var runs = java("%runs --metric recall");
        assertThat(kernel.displays(runs)).isEqualTo(kernel.displays("%runs --metric recall"));
        assertThat(kernel.value(runs)).isEqualTo(kernel.value("%runs --metric recall"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%cd ..", "%time", "%%html", "%lsmagic", "%reset"})
    void aMagicThatActsOnTheNotebookSaysThatNoPlainJavaDoesIt(String line) {
        assertThat(kernel.failure(line + " --java")).contains(" has no --java; %");
    }

    @Test
    void onlyMagicsThatHavePlainJavaOfferTheOption() {
        assertThat(kernel.complete("%train xgboost --j").texts("matches"))
                .containsExactly("--java");
        assertThat(kernel.complete("%cd --j").texts("matches")).isEmpty();
        assertThat(kernel.failure("%train xgboost --java train")).contains("--label is missing");
    }
}
