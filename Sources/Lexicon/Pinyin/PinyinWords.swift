extension Pinyin {
    /// Words in which a character has one of its readings only: the word, then a syllable for each character. A longer word goes
    /// before a shorter one that it begins with.
    static let words = """
        重庆 chong qing
        重新 chong xin
        重复 chong fu
        重点 zhong dian
        重大 zhong da
        重要 zhong yao
        比重 bi zhong
        双重 shuang chong
        长江 chang jiang
        长沙 chang sha
        长春 chang chun
        长治 chang zhi
        长三角 chang san jiao
        长期 chang qi
        长度 chang du
        增长 zeng zhang
        成长 cheng zhang
        省长 sheng zhang
        市长 shi zhang
        县长 xian zhang
        调查 diao cha
        调研 diao yan
        调度 diao du
        强调 qiang diao
        协调 xie tiao
        调整 tiao zheng
        调节 tiao jie
        调控 tiao kong
        空调 kong tiao
        银行 yin hang
        行业 hang ye
        央行 yang hang
        行政 xing zheng
        行动 xing dong
        执行 zhi xing
        会计 kuai ji
        社会 she hui
        审计 shen ji
        利率 li lv
        率先 shuai xian
        覆盖率 fu gai lv
        失业率 shi ye lv
        西藏 xi zang
        藏族 zang zu
        储藏 chu cang
        厦门 xia men
        蚌埠 beng bu
        六安 lu an
        成都 cheng du
        首都 shou du
        都市 du shi
        都匀 du yun
        乐山 le shan
        音乐 yin yue
        东阿 dong e
        阿拉善 a la shan
        阿坝 a ba
        朝阳 chao yang
        台州 tai zhou
        番禺 pan yu
        吐鲁番 tu lu fan
        和田 he tian
        呼和浩特 hu he hao te
        喀什 ka shi
        蔚县 yu xian
        单县 shan xian
        单位 dan wei
        供给 gong ji
        给予 ji yu
        种植 zhong zhi
        品种 pin zhong
        处理 chu li
        处置 chu zhi
        数量 shu liang
        测量 ce liang
        产量 chan liang
        下降 xia jiang
        降低 jiang di
        规划 gui hua
        计划 ji hua
        兴安盟 xing an meng
        振兴 zhen xing
        济南 ji nan
        经济 jing ji
        便利 bian li
        学校 xue xiao
        载体 zai ti
        承载 cheng zai
        应用 ying yong
        应急 ying ji
        响应 xiang ying
        得到 de dao
        目的 mu di
        地区 di qu
        基地 ji di
        还款 huan kuan
        传统 chuan tong
        传记 zhuan ji
        转移 zhuan yi
        区域 qu yu
        参与 can yu
        人参 ren shen
        系统 xi tong
        联系 lian xi
        血液 xue ye
        宿迁 su qian
        丽水 li shui
        铅山 yan shan
        万元 wan yuan
        差距 cha ju
        差别 cha bie
        出差 chu chai
        着力 zhuo li
        提供 ti gong
        煤炭 mei tan
        住宿 zhu su
        解决 jie jue
        曲靖 qu jing
        歌曲 ge qu
        粮食 liang shi
        中国 zhong guo
        中心 zhong xin
        """
}
