"""Writes boosting_objectives.json: what XGBoost of Python says by each objective, of the version that Java has. Takes the folder of reference data, with splits.json beside it."""
import json, sys
import numpy as np, pandas as pd, xgboost
R=sys.argv[1]
splits=json.load(open(R+'/../splits.json'))
def data(name):
    d=pd.read_csv(R+'/'+name+'.csv'); test=splits[name]['test']
    train,test=d.drop(index=test).reset_index(drop=True), d.loc[sorted(test)]
    return train.drop(columns='y').to_numpy(float),train['y'].to_numpy(float),test.drop(columns='y').to_numpy(float)
words={'tree_method':'hist','max_depth':3,'eta':0.1,'nthread':1}
def case(name,objective,middle=False,divisor=1,**settings):
    X,y,T=data('diabetes'); y=y/divisor
    # Ours begins to count at the mean of the label; of pseudo-Huber XGBoost's own start runs away from there.
    shift=y.mean() if middle else 0.0
    model=xgboost.train({**words,'objective':objective,**settings},xgboost.DMatrix(X,y-shift),50)
    said=model.predict(xgboost.DMatrix(T)).astype(float)+shift
    return {'name':name,'parameter':next(iter(settings.values()),0),'divisor':divisor,'said':np.round(said,5).tolist()}
def asymmetric(margins,d):
    far=margins-d.get_label(); weight=np.where(far<0,5.0,1.0)
    return weight*far,weight
def logistic(margins,d):
    p=1/(1+np.exp(-margins)); weight=np.where(d.get_label()==1,3.0,1.0)
    return weight*(p-d.get_label()),weight*p*(1-p)
X,y,T=data('diabetes')
own=xgboost.train({**words,'base_score':150.0},xgboost.DMatrix(X,y),50,obj=asymmetric)
A,b,C=data('breast_cancer')
odds=xgboost.train({**words,'objective':'binary:logistic','base_score':0.5},xgboost.DMatrix(A,b),50,obj=logistic)
out={'made_with':'xgboost '+xgboost.__version__,'objectives':[
    case('SQUARED_ERROR','reg:squarederror'),case('ABSOLUTE_ERROR','reg:absoluteerror'),
    case('PSEUDO_HUBER','reg:pseudohubererror',middle=True,huber_slope=40.0),
    case('QUANTILE','reg:quantileerror',quantile_alpha=0.9),case('QUANTILE','reg:quantileerror',quantile_alpha=0.1),
    case('SQUARED_LOG_ERROR','reg:squaredlogerror',divisor=100),case('POISSON','count:poisson'),case('GAMMA','reg:gamma'),
    case('TWEEDIE','reg:tweedie',tweedie_variance_power=1.3)],
    'custom':np.round(own.predict(xgboost.DMatrix(T)).astype(float),5).tolist(),
    'custom_classes':np.round(odds.predict(xgboost.DMatrix(C)).astype(float),6).tolist()}
json.dump(out,open('boosting_objectives.json','w'),separators=(',',':'))
