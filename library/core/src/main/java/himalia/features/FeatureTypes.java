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
                IterativeImputer.class,
                FittedIterativeImputer.class,
                FittedIterativeImputer.Line.class,
                KnnImputer.class,
                FittedKnnImputer.class,
                MissingIndicator.class,
                MissingIndicator.Indicator.class,
                FittedRules.class,
                Scaling.class,
                HalvedScaling.class,
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
                PolynomialFeatures.class,
                FittedProducts.class,
                SplineTransformer.class,
                SplineRule.class,
                CyclicEncoder.class,
                CyclicEncoder.Circle.class,
                PositionalEncoder.class,
                PositionalEncoder.Waves.class,
                FeatureCrosses.class,
                FeatureCrosses.FittedCross.class,
                DateParts.class,
                DatePartsRule.class,
                ColumnTransformer.class,
                ColumnTransformer.Branch.class,
                FittedSteps.class,
                FeatureUnion.class,
                FittedUnion.class,
                RenamedStep.class,
                TextTokens.class,
                CountVectorizer.class,
                CountVectorizer.FittedCounts.class,
                TfidfVectorizer.class,
                TfidfVectorizer.FittedTfidf.class,
                HashingVectorizer.class,
                HashingVectorizer.FittedHashes.class,
                Pca.class,
                FittedPca.class,
                VarianceThreshold.class,
                SelectKBest.class,
                SelectPercentile.class,
                SelectFpr.class,
                SelectFdr.class,
                SelectFwe.class,
                SelectFromModel.class,
                Rfe.class,
                RfeCv.class,
                FittedRfeCv.class,
                SequentialFeatureSelector.class,
                FittedSelection.class,
                Standardiser.class,
                StandardScaler.class,
                StandardScaler.FittedScaler.class);
    }
}
