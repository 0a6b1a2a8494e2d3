package himalia.evaluation.calibration;

import himalia.evaluation.folds.GroupKFold;
import himalia.evaluation.folds.InstanceHardnessCv;
import himalia.evaluation.folds.KFold;
import himalia.evaluation.folds.LeaveOneGroupOut;
import himalia.evaluation.folds.LeaveOneOut;
import himalia.evaluation.folds.PredefinedSplit;
import himalia.evaluation.folds.RepeatedKFold;
import himalia.evaluation.folds.RepeatedStratifiedKFold;
import himalia.evaluation.folds.ShuffleSplit;
import himalia.evaluation.folds.StratifiedGroupKFold;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.evaluation.folds.StratifiedShuffleSplit;
import himalia.evaluation.folds.TimeSeriesSplit;
import himalia.evaluation.validation.ModelSelector;
import himalia.model.SavedTypes;
import java.util.List;

/**
 * The records of evaluation that model files hold: calibrated models, and the splitters among the settings of trainers.
 *
 * <pre>{@code
 * new CalibrationTypes().types().contains(CalibratedClassifier.class)   // true: a calibrated model can be saved
 * }</pre>
 */
public final class CalibrationTypes implements SavedTypes {
    @Override
    public List<Class<? extends Record>> types() {
        return List.of(
                CalibratedClassifier.class,
                CalibratedModel.SavedCalibrated.class,
                PlattScaling.class,
                IsotonicCalibration.class,
                TemperatureScaling.class,
                ModelSelector.class,
                KFold.class,
                StratifiedKFold.class,
                GroupKFold.class,
                StratifiedGroupKFold.class,
                RepeatedKFold.class,
                RepeatedStratifiedKFold.class,
                ShuffleSplit.class,
                StratifiedShuffleSplit.class,
                LeaveOneOut.class,
                LeaveOneGroupOut.class,
                PredefinedSplit.class,
                TimeSeriesSplit.class,
                InstanceHardnessCv.class);
    }
}
