package himalia.sampling;

import himalia.model.SavedTypes;
import java.util.List;

/**
 * The samplers, as settings of the pipelines that model files hold.
 *
 * <pre>{@code
 * new SamplingTypes().types().contains(Smote.class)   // true: a pipeline with SMOTE can be saved
 * }</pre>
 */
public final class SamplingTypes implements SavedTypes {
    @Override
    public List<Class<? extends Record>> types() {
        return List.of(
                RandomOverSampler.class,
                RandomUnderSampler.class,
                Smote.class,
                TomekLinks.class,
                EditedNearestNeighbours.class,
                RepeatedEditedNearestNeighbours.class,
                AllKnn.class,
                NeighbourhoodCleaningRule.class,
                NearMiss.class,
                CondensedNearestNeighbour.class,
                OneSidedSelection.class,
                InstanceHardnessThreshold.class,
                ClusterCentroids.class,
                BorderlineSmote.class,
                SvmSmote.class,
                KMeansSmote.class,
                Adasyn.class,
                Smotenc.class,
                Smoten.class,
                SmoteTomek.class,
                SmoteEnn.class,
                WrittenSampler.class,
                Strategy.class);
    }
}
