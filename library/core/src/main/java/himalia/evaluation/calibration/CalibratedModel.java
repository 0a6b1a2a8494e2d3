package himalia.evaluation.calibration;

import himalia.model.ClassPredictions;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Trainer;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/** A model whose probabilities are calibrated: by one calibrator for two classes, one a class for more, or by one temperature. */
final class CalibratedModel implements Model {
    private final CalibratedClassifier trainer;
    private final Model model;
    private final List<Calibrator> calibrators;
    private final List<TemperatureScaling> temperature;
    private final boolean areOdds;

    /**
     * Calibrates a model.
     *
     * @param areOdds whether calibrators see the log odds of a probability, or itself
     */
    CalibratedModel(
            CalibratedClassifier trainer,
            Model model,
            List<Calibrator> calibrators,
            List<TemperatureScaling> temperature,
            boolean areOdds) {
        this.trainer = trainer;
        this.model = model;
        this.calibrators = List.copyOf(calibrators);
        this.temperature = List.copyOf(temperature);
        this.areOdds = areOdds;
    }

    /** Such a model in a file. */
    record SavedCalibrated(
            CalibratedClassifier trainer,
            Model model,
            List<Calibrator> calibrators,
            List<TemperatureScaling> temperature,
            boolean areOdds)
            implements Saved<CalibratedModel> {
        @Override
        public CalibratedModel restore() {
            return new CalibratedModel(trainer, model, calibrators, temperature, areOdds);
        }
    }

    @Override
    public Predictions predict(Table table) {
        var said = model.predict(table).ofClasses();
        var calibrated = new double[said.size()][];
        for (int row = 0; row < calibrated.length; row++) {
            calibrated[row] = of(said, row);
        }
        return Predictions.of(said.classes(), calibrated);
    }

    private double[] of(ClassPredictions said, int row) {
        var probabilities = said.probabilities(row);
        if (!temperature.isEmpty()) {
            return temperature
                    .get(0)
                    .probabilities(CalibratedClassifier.logs(probabilities, areOdds));
        }
        if (probabilities.length == 2) {
            double p = calibrated(0, probabilities, 1);
            return new double[] {1 - p, p};
        }
        double sum = 0;
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] = calibrated(k, probabilities, k);
            sum += probabilities[k];
        }
        for (int k = 0; k < probabilities.length; k++) {
            // Where no class is possible, none is more so than another.
            probabilities[k] = sum == 0 ? 1.0 / probabilities.length : probabilities[k] / sum;
        }
        return probabilities;
    }

    private double calibrated(int calibrator, double[] probabilities, int code) {
        return calibrators
                .get(calibrator)
                .probability(trainer.decision(probabilities, code, areOdds));
    }

    @Override
    public Schema schema() {
        return model.schema();
    }

    @Override
    public Trainer trainer() {
        return trainer;
    }

    @Override
    public Map<String, List<String>> lineage() {
        return model.lineage();
    }

    @Override
    public String outcome() {
        return model.outcome();
    }

    @Override
    public Provenance provenance() {
        return model.provenance();
    }

    @Override
    public CalibratedModel withoutRows() {
        return new CalibratedModel(trainer, model.withoutRows(), calibrators, temperature, areOdds);
    }

    @Override
    public Saved<CalibratedModel> saved() {
        return new SavedCalibrated(trainer, model, calibrators, temperature, areOdds);
    }

    @Override
    public void close() {
        model.close();
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema().label());
    }
}
