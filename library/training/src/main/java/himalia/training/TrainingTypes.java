package himalia.training;

import himalia.evaluation.costs.ClassWeights;
import himalia.model.SavedTypes;
import himalia.training.numeric.Network;
import java.util.List;

/**
 * The records of this package that model files hold.
 *
 * <pre>{@code
 * new TrainingTypes().types().contains(LogisticRegression.class)   // true: its models can be saved
 * }</pre>
 */
public final class TrainingTypes implements SavedTypes {
    @Override
    public List<Class<? extends Record>> types() {
        return List.of(
                AdaBoost.class,
                BalancedBagging.class,
                BalancedRandomForest.class,
                BlockInputs.class,
                BlockModel.SavedBlock.class,
                CodedBlock.class,
                ConvolutionalNetwork.class,
                ConvolutionalRegressor.class,
                EmbeddingNetwork.class,
                EmbeddingRegressor.class,
                NetworkOptions.class,
                BoostedModel.SavedBoosted.class,
                BoostingOptions.class,
                Bagging.class,
                DecisionTree.class,
                GaussianModel.SavedGaussians.class,
                GaussianNB.class,
                Hdbscan.class,
                HdbscanModel.SavedGroups.class,
                IsolationForest.class,
                IsolationModel.SavedIsolation.class,
                KMeans.class,
                KMeansModel.SavedMeans.class,
                KNeighborsClassifier.class,
                KNeighborsRegressor.class,
                NeighboursModel.SavedNeighbours.class,
                Stacking.class,
                StackingModel.SavedStacking.class,
                Voting.class,
                DecisionTreeRegressor.class,
                DummyClassifier.class,
                DummyModel.SavedDummy.class,
                DummyRegressor.class,
                ElasticNet.class,
                ExtraTrees.class,
                Lasso.class,
                RandomForest.class,
                RandomForestRegressor.class,
                Ridge.class,
                EasyEnsemble.class,
                EnsembleModel.SavedEnsemble.class,
                ForestModel.SavedForest.class,
                RusBoost.class,
                Tree.class,
                GradientBoosting.class,
                FocalBoosting.class,
                FocalLoss.class,
                ClassWeighted.class,
                ClassWeightedModel.SavedClassWeighted.class,
                ClassWeights.class,
                NamedObjective.class,
                WrittenObjective.class,
                GradientBoostingRanker.class,
                GradientBoostingRegressor.class,
                XgboostForest.class,
                XgboostForestRegressor.class,
                XgboostModel.SavedTrees.class,
                XgboostModel.SavedNumberTrees.class,
                LinearRegression.class,
                LinearSgd.class,
                LearningRate.class,
                LogisticRegression.class,
                OneVsRestModel.SavedOneVsRest.class,
                SgdClassifier.class,
                SgdRegressor.class,
                LinearModel.SavedWeights.class,
                FocalPerceptron.class,
                MultilayerPerceptron.class,
                NetworkModel.SavedNetwork.class,
                NetworkModel.SavedEarlyNetwork.class,
                PretrainedNetwork.class,
                Network.class,
                Network.Layer.class);
    }
}
