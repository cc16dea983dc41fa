# DOC-01 : demande reçue
received-title = Nous avons bien reçu votre demande
received-intro = Merci d’avoir choisi { $plan } pour { $count ->
    [one] votre appareil
   *[other] vos appareils
 }. Votre demande nous est bien arrivée.
received-cover-title = Vous êtes assuré dès maintenant
received-cover = Vous avez une couverture provisoire du { $from } jusqu’au { $until } au plus tard. S’il arrive quelque chose pendant ce temps, les conditions de { $plan } s’appliquent.
received-waiting-title = Votre couverture provisoire n’a pas encore commencé
received-waiting = Votre demande n’est pas encore complète. Votre couverture provisoire commence dès que nous avons toutes les informations demandées. Elle dure jusqu’au { $until } au plus tard.
received-summary-title = Votre demande en bref
received-next-look = Nous examinons votre demande. Nous vous demanderons peut-être d’autres informations.
received-next-answer = Au plus tard le { $date }, vous saurez si nous acceptons votre demande.
received-next-yes = Si nous l’acceptons, vous recevez vos conditions particulières. L’assurance compte alors à partir du moment de votre demande.
received-next-no-nl = Si nous ne l’acceptons pas, la couverture provisoire s’arrête le jour où nous vous l’écrivons. Si vous avez déjà payé une prime, nous vous la remboursons entièrement.
received-next-no-be = Si nous ne l’acceptons pas, la couverture provisoire disparaît à partir du moment de votre demande. Si vous avez déjà payé une prime, nous vous la remboursons entièrement.
application-link = Voir votre demande

# DOC-02 : demande d’information
information-title = Nous avons besoin d’autres informations
information-intro = Merci pour votre demande pour { $plan }. Avant de décider, nous avons besoin de ceci :
information-by-title = Envoyez-le-nous au plus tard le { $date }
information-by = Votre couverture provisoire dure jusqu’au { $until } au plus tard. Si les informations arrivent plus tard, nous ne pourrons peut-être pas décider à temps. La couverture provisoire s’arrête alors.
information-link = Envoyer les informations

# DOC-03 : refus
rejected-title = Nous ne pouvons pas vous proposer cette assurance
rejected-intro = Merci pour votre demande pour { $plan }. Nous l’avons bien examinée. Malheureusement, nous ne l’acceptons pas.
rejected-reason = La raison est la suivante : { $reason }
rejected-no-reason = Nous comprenons votre déception. Nous sommes libres de ne pas accepter une demande et ne devons pas donner de raison. Si vous avez des questions, appelez-nous.
rejected-cover-title = Vous êtes assuré provisoirement jusqu’au { $until }
rejected-cover = Après, vous n’êtes plus assuré chez nous. Vous pouvez encore déclarer un dommage survenu pendant la couverture provisoire.
rejected-cover-back-title = Vous n’êtes pas assuré
rejected-cover-back = La couverture provisoire disparaît à partir du moment de votre demande. Avez-vous eu un dommage entre-temps ? Dites-le-nous. Un collaborateur l’examinera.
rejected-elsewhere = Vous pouvez bien sûr assurer votre appareil chez un autre assureur.

# DOC-03, AMB-08 : personne n’a décidé à temps
lapsed-title = Votre couverture provisoire s’arrête
lapsed-intro = Vous nous avez demandé { $plan }. Nous devions décider dans les 14 jours. Nous n’y sommes pas arrivés. Nous en sommes désolés.
lapsed-again = Voulez-vous toujours assurer votre appareil chez nous ? Vous pouvez faire une nouvelle demande. Vous aurez alors de nouveau une couverture provisoire.
lapsed-link = Faire une nouvelle demande
never-covered = Il n’y avait pas encore de couverture provisoire : un collaborateur devait d’abord examiner votre demande.
lapsed-title-no-cover = Votre demande est devenue caduque
lapsed-again-no-cover = Voulez-vous toujours assurer votre appareil chez nous ? Vous pouvez faire une nouvelle demande.

# NL-PROV-05, AMB-09 : une offre à d’autres conditions
offer-title = Nous pouvons vous offrir d’autres conditions
offer-intro = Merci pour votre demande pour { $plan }. Nous ne pouvons pas l’accepter telle quelle. Nous pouvons vous assurer à d’autres conditions.
offer-premium = Prime
offer-excess = Franchise par sinistre
offer-plan = Formule
offer-by-title = Vous pouvez accepter jusqu’au { $until }
offer-by = Si vous ne répondez pas, il n’y aura pas d’assurance.
offer-cover-ends = Votre couverture provisoire dure jusqu’au { $until }. Si vous acceptez, vous êtes assuré à partir du jour de votre demande.
offer-link = Voir l’offre et répondre
