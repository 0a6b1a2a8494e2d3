"""Writes categories.json: what XGBoost for Python, of the version that Java has (3.4.0; 3.2.0 grows other sets), says of columns that are categories (enable_categorical=True), and of the same columns one-hot. Run without arguments."""
import json
import numpy as np, pandas as pd, xgboost
from sklearn.metrics import roc_auc_score, r2_score
rng=np.random.default_rng(7)
n,cut=1800,1200
city=rng.integers(0,30,n); plans=np.array([3,7,12,20,41]); plan=rng.integers(0,5,n)
x=np.round(rng.normal(size=n),3); member=rng.random(n)<0.4
missing=rng.random(n)<0.06; absent=rng.random(n)<0.05
effect=2*rng.choice([-1,1],30); turn=rng.choice([-1,1],30); extra=np.array([1.2,-0.8,0.9,-1.1,0.2])
logit=effect[city]+0.8*turn[city]*x+extra[plan]+0.5*member
y=(rng.random(n)<1/(1+np.exp(-logit))).astype(int)
price=np.round(100+8*logit+rng.normal(size=n),2)
names=np.array(['city %02d'%c for c in city],dtype=object); names[missing]=None
frame=pd.DataFrame({'city':pd.Categorical(names,categories=sorted({'city %02d'%c for c in city})),'x':x,'plan':pd.Categorical.from_codes(np.where(absent,-1,plan),categories=plans),'member':pd.Categorical(member.astype(int),categories=[0,1])})
hot=pd.get_dummies(frame,columns=['city','plan','member'],dtype=float)
train,test=slice(0,cut),slice(cut,n)
words=dict(n_estimators=30,max_depth=3,learning_rate=0.3,tree_method='hist',n_jobs=1)
def fitted(kind,table,label): return kind(enable_categorical=True,**words).fit(table[train],label[train])
sets=fitted(xgboost.XGBClassifier,frame,y); said=sets.predict_proba(frame[test])[:,1]
columns=fitted(xgboost.XGBClassifier,hot,y)
homes=fitted(xgboost.XGBRegressor,frame,price-price[train].mean()); told=homes.predict(frame[test])+price[train].mean()
shap=sets.get_booster().predict(xgboost.DMatrix(frame[test][:20],enable_categorical=True),pred_contribs=True)
# A table that one stump of two sets of two levels tells apart, and what it says of a missing cell.
letters=pd.DataFrame({'letter':pd.Categorical(list('abcd')*10)}); right=np.array([0,1,1,0]*10)
stump=xgboost.XGBRegressor(n_estimators=1,max_depth=1,learning_rate=1,reg_lambda=1,enable_categorical=True,tree_method='hist').fit(letters,right)
four=pd.DataFrame({'letter':pd.Categorical(['a','b','c','d',None],categories=list('abcd'))})
try: stump.predict(pd.DataFrame({'letter':pd.Categorical(['z'])})); unseen='taken'
except Exception as e: unseen='refused: '+str(e).split('\n')[0].split(': ',1)[1]
json.dump({'made_with':'xgboost '+xgboost.__version__,
 'rows':[[None if missing[i] else int(city[i]),float(x[i]),None if absent[i] else int(plans[plan[i]]),bool(member[i]),int(y[i]),float(price[i])] for i in range(n)],
 'learnt':cut,'said':np.round(said.astype(float),6).tolist(),'auc':roc_auc_score(y[test],said),'auc_one_hot':roc_auc_score(y[test],columns.predict_proba(hot[test])[:,1]),
 'numbers':np.round(told.astype(float),4).tolist(),'r2':r2_score(price[test],told),
 'importances':sets.feature_importances_.astype(float).tolist(),'shap':np.round(shap.astype(float),5).tolist(),
 'stump':stump.predict(four).astype(float).tolist(),'unseen':unseen},open('categories.json','w'),separators=(',',':'))
