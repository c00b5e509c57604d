"""Common first names, by the pronoun that their bearers nearly always go by; names that both bear stand in neither."""

MALE_NAMES = frozenset(
    """aaron abdul abdullah abraham adam adrian ahmad ahmed al alan albert alberto alejandro alexander alexei alfred
    ali allan allen alvin amit anatoly andré andreas andrew andrey andy anthony antonio anton ariel arnold
    arthur arturo ashraf barack barry bashar ben benjamin bernard bernie beto bill billy bob bobby boris brad
    bradley brandon brendan brett brian bruce bruno bryan byron caleb calvin carl carlos cesar chad charles
    charlie chester chris christian christoph christopher chuck clarence clark claude clifford clint clyde
    cody colin connor cory craig curtis dale damon dan daniel danny darrell darren dave david dean dennis
    derek derrick devin diego dirk dmitry dominic don donald doug douglas duncan dustin dwight earl ed eddie
    edgar eduardo edward edwin eli elijah elliott emanuel emil emmanuel enrique eric erik ernest ethan eugene
    evan fabio federico felix fernando floyd francesco francisco frank franklin fred frederick gabriel garry
    gary gavin gene geoff geoffrey george gerald gerard gilbert giovanni giuseppe glenn gordon graham greg
    gregg gregory guillermo gus gustavo guy hakeem hamid hans harold harry harvey hassan heath hector heinrich
    henry herbert herman howard hubert hugh hugo hunter hussein ian ibrahim igor isaac ismail ivan jack jacob
    jacques jaime jake james jamal jared jason javier jay jeff jeffrey jeremiah jeremy jerome jerry jesse
    jesus jim jimmy joachim joaquin joe joel john johnny jon jonah jonathan jorge josé jose joseph josh joshua
    juan jürgen julian julio jurgen justin karl keith ken kenneth kent kevin khalid kirk klaus kurt kyle lamar
    lance larry lars lawrence lee len leo leon leonard lev liam lindsey lloyd logan lorenzo lou louis lucas
    luigi luis luke magnus malcolm manuel marc marcel marco marcus mario mark marshall martin marvin matt
    matteo matthew matthias maurice mauricio max maxim maxwell mehmet mel melvin michael miguel mikhail mike
    milton mitch mitchell mohamed mohammad mohammed mohsen muhammad mustafa nathan nathaniel ned neil nelson
    nicholas nick nicolas nigel nikolai noah noam norman oleg oliver omar oscar osama otto owen pablo paolo
    patrick paul pedro percy pete peter phil philip philippe phillip pierre qasem qassem qassim rafael rahm
    ralph ramon randall randy raul ravi ray raymond reggie reginald rex ricardo richard rick ricky rob robert
    roberto rod rodney rodrigo roger roland roman ron ronald ronnie ross roy rudolph rudy russ russell ryan
    salman salvador samuel scott sean sebastian serge sergei sergey sergio seth shane shawn sheldon simon
    spencer stanley stefan stephen steve steven stewart stuart ted terrence theodore thomas tim timothy toby
    todd tom tomás tommy tony travis trevor tyler ulrich ulysses vernon victor vincent vlad vladimir volodymyr
    wade walter warren wayne wendell wesley wilbur wilfred will willem william winston wolfgang xavier yuri
    yusuf zachary""".split()
)
FEMALE_NAMES = frozenset(
    """abigail ada adele agnes aisha alejandra alexandra alexandria alice alicia alison allison alyssa amanda amber
    amelia amy ana andrea angela angelina anita ann anna annabelle anne annette annie april ariana astrid
    audrey ayanna barbara beatrice becky belinda bernadette beth betsy bethany betty beverly bonnie brenda
    bridget brittany brooke camila camille candace carla carmen carol carolina caroline carolyn carrie
    cassandra catherine cathy cecilia celeste charlotte chelsea cheryl chloe christina christine cindy claire
    clara claudia colleen connie cynthia daisy dana danielle daphne dawn deb deborah debra denise diana diane
    dianne dina dolores donna doris dorothy edith eileen elaine eleanor elena elisa elise elizabeth ella ellen
    eloise elsa emily emma erica erika erin esther eva eve evelyn fatima felicia fiona florence frances
    francesca gabriela gabriella geraldine gina ginger gladys gloria grace greta gretchen gwen gwendolyn
    hannah harriet heather heidi helen helena hilary hillary holly hope ilhan inga ingrid irene irina iris
    isabel isabella ivanka ivy jackie jacqueline jane janet janice jean jeanette jeanne jen jenna jennifer
    jenny jessica jill joan joanna joanne jocelyn josephine joy joyce juanita judith judy julia juliana julie
    june juliet justine kamala karen karin kate katherine kathleen kathryn kathy katie katrina kayla kayleigh
    kellyanne kelly kimberly kirsten kirstjen kristen kristin kristina krystal lara laura lauren laurie leah
    leila leslie leticia letitia liliana lily linda lisa liz loretta lori lorraine louise lucia lucille lucy
    luisa lydia lynn lynne mabel madeleine madeline maggie marcia margaret maria marian marianne marie marilyn
    marina marjorie marsha martha mary maureen maxine maya megan meghan melania melanie melinda melissa
    mercedes michele michelle mika mildred mimi mindy miranda miriam molly monica nadia nadine nancy naomi
    natalia natalie natasha nellie nicola nicole nikki nina nora norma olga olivia pamela patricia patty paula
    pauline peggy penelope phyllis polly priscilla rachel ramona rashida rebecca regina renee rhonda rita
    roberta rosa rosalind rose rosemary roxanne ruth sabrina sally samantha sandra sara sarah selena shannon
    sharon sheila shelley sherry shirley silvia simone sofia sonia sonja sophia sophie stacey stacy stella
    stephanie sue susan susanna susie suzanne svetlana sylvia tamara tammy tanya tara tatiana teresa tess
    theresa tiffany tina tracy tulsi ursula valerie vanessa vera veronica vicki victoria violet virginia
    vivian wanda wendy whitney wilma winifred yolanda yvette yvonne zoe""".split()
)
