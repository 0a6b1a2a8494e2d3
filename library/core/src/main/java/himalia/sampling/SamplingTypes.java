package himalia.sampling;

import himalia.model.SavedTypes;
import java.util.List;

/** The samplers, as settings of the pipelines that model files hold. */
public final class SamplingTypes implements SavedTypes {
    @Override
    public List<Class<? extends Record>> types() {
        return List.of(
                RandomOverSampler.class,
                RandomUnderSampler.class,
                Smote.class,
                TomekLinks.class,
                Strategy.class);
    }
}
