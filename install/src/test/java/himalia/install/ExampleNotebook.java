package himalia.install;

import himalia.evaluation.Report;
import himalia.experiments.RunLog;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.parallel.ParallelRun;
import himalia.sampling.augmentation.Pixels;
import himalia.search.Population;
import himalia.search.SearchSpace;
import himalia.search.Study;
import himalia.search.StudyObjective;
import himalia.search.samplers.RandomSearch;
import himalia.serving.Endpoint;
import himalia.streaming.StreamJob;
import himalia.streaming.Windowed;
import himalia.training.GradientBoosting;
import himalia.training.MultilayerPerceptron;
import himalia.training.NetworkPlace;
import himalia.training.NetworkTask;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import tech.tablesaw.api.Table;

/** The notebook that examples of Javadoc are pasted into: what they speak of without having made it. */
public final class ExampleNotebook {
    public static Table train = Table.create("train");
    public static Table test = Table.create("test");
    public static Table homes = Table.create("homes");
    public static Table others = Table.create("others");
    public static Table table = Table.create("table");
    public static Trainer trainer = new MeanTrainer();
    public static RunLog log = RunLog.at(Path.of("runs.db"), Clock.systemUTC());
    public static Model model = new MeanModel(null, new MeanTrainer(), 0);
    public static MultilayerPerceptron network = new MultilayerPerceptron(List.of(16), 20, 42);
    public static GradientBoosting trees = new GradientBoosting(100, 42);
    public static ParallelRun run;
    public static NetworkPlace place;
    public static NetworkTask task;
    public static int[] order = {0, 1};
    public static Predictions predictions;
    public static Report report;
    public static Endpoint endpoint;
    public static Statement statement;
    public static SearchSpace space = SearchSpace.of("depth=int(2, 8)");
    public static Study study = Study.minimize(space, new RandomSearch(42));
    public static Population population;
    public static StudyObjective objective = trial -> trial.whole("depth");
    public static List<Order> rows = List.of();
    public static List<Order> seen = List.of();
    public static DataStream<Order> orders;
    public static Windowed<Order, String> byMinute;
    public static StreamJob job;
    public static double[] series = {1, 3, 2};
    public static double[] row = new double[64];
    public static Pixels digit = Pixels.ofRow(row, 8, 8, 0, 16);
    public static Pixels photo = digit;
    public static List<Pixels> pictures = List.of(digit);
    public static Table shopTable = Table.create("shops");

    private ExampleNotebook() {}

    /** What flows in the examples of streams. */
    public record Order(String shop, double amount, Instant time) {}

    /** What stands beside that. */
    public record Shop(String id, String city) {}

    /** What becomes of both. */
    public record CityOrder(String city, double amount) {}

    /** A trainer that a reader wrote. */
    public record MeanTrainer() implements Trainer {
        @Override
        public Model fit(Table table, String label) {
            return new MeanModel(null, this, 0);
        }
    }

    /** Its model. */
    public record MeanModel(Schema schema, MeanTrainer trainer, double mean) implements Model {
        @Override
        public Predictions predict(Table table) {
            return predictions;
        }
    }

    /** Its model in a file. */
    public record SavedMean(Schema schema, MeanTrainer trainer, double mean)
            implements Saved<MeanModel> {
        @Override
        public MeanModel restore() {
            return new MeanModel(schema, trainer, mean);
        }
    }
}
