package himalia.features;

import himalia.model.SavedTypes;
import java.util.List;

/**
 * The records of this package that model files hold.
 *
 * <pre>{@code
 * new FeatureTypes().types().contains(Pipeline.class)   // true: a pipeline can be saved and loaded
 * }</pre>
 */
public final class FeatureTypes implements SavedTypes {
    @Override
    public List<Class<? extends Record>> types() {
        return List.of(
                Pipeline.class,
                PipelineModel.SavedPipeline.class,
                Stage.Fit.class,
                Stage.Resample.class,
                SimpleImputer.class,
                FittedImputer.class,
                KnnImputer.class,
                FittedKnnImputer.class,
                MissingIndicator.class,
                MissingIndicator.Indicator.class,
                FittedRules.class,
                Scaling.class,
                MinMaxScaler.class,
                MaxAbsScaler.class,
                RobustScaler.class,
                Normalizer.class,
                Normalizer.FittedNormalizer.class,
                QuantileTransformer.class,
                QuantileRule.class,
                PowerTransformer.class,
                PowerRule.class,
                KBinsDiscretizer.class,
                BinRule.class,
                OneHotEncoder.class,
                OneHotRule.class,
                Levels.class,
                OrdinalEncoder.class,
                CountEncoder.class,
                TargetEncoder.class,
                LevelNumbers.class,
                HashingEncoder.class,
                HashingEncoder.FittedHashing.class,
                Standardiser.class,
                StandardScaler.class,
                StandardScaler.FittedScaler.class);
    }
}
