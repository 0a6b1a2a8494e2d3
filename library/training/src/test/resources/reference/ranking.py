"""Writes ranking.json: what XGBoost's rankers of Python say, of the version that Java has, and its own metrics and scikit-learn's of that. Nothing is drawn but the rows themselves."""
import json
import numpy as np, xgboost
from sklearn.metrics import ndcg_score
rng=np.random.default_rng(7)
def rows(queries):
    X,y,q=[],[],[]
    for query in range(queries):
        n=int(rng.integers(4,13)); x=np.round(rng.normal(size=(n,4)),3)
        hidden=x[:,0]+0.7*np.maximum(x[:,1],0)-0.4*x[:,2]*x[:,0]+rng.normal(scale=0.4,size=n)
        grade=np.clip(np.floor(hidden+1.2),0,4).astype(int)
        X+=x.tolist(); y+=grade.tolist(); q+=[query]*n
    return np.array(X),np.array(y),np.array(q)
train,test=rows(40),rows(15)
def table(part): return {'x':part[0].tolist(),'relevance':part[1].tolist(),'query':part[2].tolist()}
def case(objective,binary=False,weighted=False,**settings):
    X,y,q=train; T,z,r=test
    y,z=((y>=2).astype(int),(z>=2).astype(int)) if binary else (y,z)
    d=xgboost.DMatrix(X,y.astype(float),qid=q); t=xgboost.DMatrix(T,z.astype(float),qid=r)
    if weighted: d.set_weight(1.0+np.arange(q.max()+1)%3)
    words={'objective':'rank:'+objective,'tree_method':'hist','max_depth':3,'eta':0.2,'nthread':1,'eval_metric':['ndcg','ndcg@3','map','map@3'] if binary else ['ndcg','ndcg@3']}
    words.update(settings)
    told={}
    model=xgboost.train(words,d,30,evals=[(t,'test')],evals_result=told,verbose_eval=False)
    said=model.predict(t).astype(float)
    groups=[np.flatnonzero(r==k) for k in range(r.max()+1)]
    groups=[g for g in groups if z[g].max()>0 ]
    linear=float(np.mean([ndcg_score([z[g]],[said[g]],k=3) for g in groups]))
    return {'objective':objective,'binary':binary,'weighted':weighted,'monotone':'monotone_constraints' in settings,
        'said':np.round(said,6).tolist(),'xgboost':{k:v[-1] for k,v in told['test'].items()},'ndcg_score@3':linear,'queries':len(groups)}
out={'made_with':'xgboost '+xgboost.__version__,'train':table(train),'test':table(test),'rankers':[
    case('ndcg'),case('pairwise'),case('map',binary=True),case('ndcg',weighted=True),case('ndcg',monotone_constraints='(1,0,0,0)')]}
json.dump(out,open('ranking.json','w'),separators=(',',':'))
