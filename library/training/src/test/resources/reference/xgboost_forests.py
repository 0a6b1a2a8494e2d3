"""Writes xgboost_forests.json: what XGBoost's forests of Python say, of the version that Java has. Takes the folder of reference data, with splits.json beside it."""
import json, sys
import numpy as np, pandas as pd, xgboost
R=sys.argv[1]
splits=json.load(open(R+'/../splits.json'))
def data(name):
    d=pd.read_csv(R+'/'+name+'.csv'); test=splits[name]['test']
    return d.drop(index=test).reset_index(drop=True), d.loc[sorted(test)]
def case(name,weighted=False,holes=False,**settings):
    train,test=data(name)
    X,y,T=train.drop(columns='y').to_numpy(float),train['y'].to_numpy(),test.drop(columns='y').to_numpy(float)
    if holes: X[np.arange(0,len(X),3),0]=np.nan; T[0,:]=np.nan
    weights=1.0+np.arange(len(X))%3 if weighted else None
    numbers=name=='diabetes'
    kind=xgboost.XGBRFRegressor if numbers else xgboost.XGBRFClassifier
    model=kind(n_jobs=1,**settings).fit(X,y,sample_weight=weights)
    said=model.predict(T) if numbers else model.predict_proba(T)
    words={'trees':100,'depth':6,'subsample':0.8,'features':0.8,'seed':0}
    names={'n_estimators':'trees','max_depth':'depth','subsample':'subsample','colsample_bynode':'features','random_state':'seed'}
    words.update({names[k]:v for k,v in settings.items()})
    return {'data':name,'weighted':weighted,'holes':holes,**words,'said':np.round(said.astype(float),7).tolist()}
out={'made_with':'xgboost '+xgboost.__version__,'forests':[
    case('breast_cancer',random_state=42),
    case('breast_cancer',random_state=7,n_estimators=20,max_depth=0,subsample=0.5,colsample_bynode=0.2),
    case('bc_imbalanced',random_state=42,weighted=True),
    case('breast_cancer',random_state=42,n_estimators=20,holes=True),
    case('wine',random_state=42,n_estimators=30),
    case('iris',random_state=1,n_estimators=10,max_depth=0,weighted=True),
    case('diabetes',random_state=42),
    case('diabetes',random_state=3,n_estimators=30,max_depth=0,colsample_bynode=0.5)]}
json.dump(out,open('xgboost_forests.json','w'),separators=(',',':'))
